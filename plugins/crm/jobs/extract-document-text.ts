import { z } from 'zod'

import { defineJob } from '#plugins/kernel'
import { readDocumentFile } from '../adapters/document-files'
import { extractText } from '../text/extract-text'

export const extractTextQueue = 'extract-document-text'

/** Reads the text of a stored CV between two short transactions; twice done changes nothing. */
export const extractDocumentTextJob = defineJob({
  name: extractTextQueue,
  input: z.object({ documentId: z.string() }),
  leaseSeconds: 120,
  retryLimit: 3,
  retryDelaySeconds: 10,
  run: async ({ input: { documentId }, attempt }) => {
    const filename = await attempt.transaction(async ({ sql }) => {
      const row = await sql.first({
        schema: z.object({ filename: z.string() }),
        text: `select filename from documents where id = $1 and text_state = 'pending'`,
        values: [documentId],
      })
      return row?.filename ?? null
    })
    if (!filename) return
    const bytes = await readDocumentFile({ payload: attempt.payload, filename })
    const read = bytes ? await extractText(bytes) : null
    await attempt.transaction(
      async ({ req, payload }) => {
        await payload.update({
          collection: 'documents',
          id: documentId,
          data: read?.ok
            ? { text: read.value.text, textState: 'done', textProblem: null }
            : {
                textState: 'failed',
                textProblem: read ? read.failure.message : 'The file is not on the disk.',
              },
          req,
          // The job is the system; what it writes nobody else may.
          overrideAccess: true,
          depth: 0,
        })
      },
      { completing: true },
    )
  },
})
