import { z } from 'zod'

import { defineReaction, enqueue } from '#plugins/kernel'
import { scanDocumentQueue } from '../jobs/scan-document'

/** Has a new file scanned, whoever brought it; nobody gets it before. */
export const scanNewDocuments = ({ clamdUrl }: { clamdUrl: string | null }) =>
  defineReaction({
    name: 'scan-new-documents',
    on: ['document.created'],
    run: async ({ req, sql, event }) => {
      if (!clamdUrl) return
      const unscanned = await sql.first({
        schema: z.object({ id: z.string() }),
        text: `select id from documents
          where id::text = $1 and scan_status in ('pending', 'not-scanned')`,
        values: [event.subject.id],
      })
      if (unscanned)
        await enqueue({ req, queue: scanDocumentQueue, data: { documentId: unscanned.id } })
    },
  })
