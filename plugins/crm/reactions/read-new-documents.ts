import { z } from 'zod'

import { defineReaction, enqueue } from '#plugins/kernel'
import { extractTextQueue } from '../jobs/extract-document-text'

/** Has the text of a new CV read, whether a form, a recruiter or an import brought it. */
export const readNewDocuments = defineReaction({
  name: 'read-new-documents',
  on: ['document.created'],
  run: async ({ req, sql, event }) => {
    const pending = await sql.first({
      schema: z.object({ id: z.string() }),
      text: `select id from documents where id::text = $1 and text_state = 'pending'`,
      values: [event.subject.id],
    })
    if (pending) await enqueue({ req, queue: extractTextQueue, data: { documentId: pending.id } })
  },
})
