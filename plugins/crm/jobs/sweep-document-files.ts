import type { Payload } from 'payload'
import { z } from 'zod'

import { defineJob, sqlOutside } from '#plugins/kernel'
import { removeDocumentFile, settledFiles } from '../adapters/document-files'

/** Longer than any transaction may live: a younger file may still get its row. */
const settledAfterMs = 24 * 3_600_000

/** Removes files without a row: what a rolled back or killed upload left on the disk. */
export const sweepDocumentFilesJob = defineJob({
  name: 'sweep-document-files',
  input: z.object({}).loose(),
  leaseSeconds: 600,
  retryLimit: 2,
  retryDelaySeconds: 60,
  cron: '40 3 * * *',
  run: async ({ attempt: { payload } }) => {
    await sweepDocumentFiles({ payload, olderThanMs: settledAfterMs, nowMs: Date.now() })
  },
})

/** @returns the names of the removed files */
export const sweepDocumentFiles = async ({
  payload,
  olderThanMs,
  nowMs,
}: {
  payload: Payload
  olderThanMs: number
  nowMs: number
}): Promise<string[]> => {
  const names = await settledFiles({ payload, olderThanMs, nowMs })
  const removed: string[] = []
  for (let from = 0; from < names.length; from += 500) {
    const batch = names.slice(from, from + 500)
    const kept = await sqlOutside(payload).rows({
      schema: z.object({ filename: z.string() }),
      text: 'select filename from documents where filename = any($1)',
      values: [batch],
    })
    const known = new Set(kept.map(({ filename }) => filename))
    for (const filename of batch.filter((name) => !known.has(name))) {
      await removeDocumentFile({ payload, filename })
      removed.push(filename)
    }
  }
  if (removed.length > 0)
    payload.logger.info({ msg: 'Files without a document were removed', count: removed.length })
  return removed
}
