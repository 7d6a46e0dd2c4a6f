import { z } from 'zod'

import { defineReaction, enqueue } from '#plugins/kernel'
import { extractTextQueue } from '../jobs/extract-document-text'

/**
 * Has the text of a new CV read, whether a form, a recruiter or an import brought it: at once, or as
 * soon as its scan has found nothing.
 */
export const readNewDocuments = defineReaction({
  name: 'read-new-documents',
  on: ['document.created', 'document.scanned'],
  run: async ({ req, sql, event }) => {
    const pending = await sql.first({
      schema: z.object({ id: z.string() }),
      text: `select id from documents where id::text = $1 and text_state = 'pending'
          and scan_status in ('clean', 'not-scanned')`,
      values: [event.subject.id],
    })
    if (pending) await enqueue({ req, queue: extractTextQueue, data: { documentId: pending.id } })
  },
})
