import { z } from 'zod'

import { defineJob, enqueue, type Sql } from '#plugins/kernel'
import { scanDocumentQueue } from './scan-document'

const mostAtOnce = 200

/**
 * Comes back to files that were not scanned: because the scanner was away, or because they are older
 * than the scanner. Where the scanner was taken away, nothing waits for it any more.
 */
export const scanWaitingDocumentsJob = ({ clamdUrl }: { clamdUrl: string | null }) =>
  defineJob({
    name: 'scan-waiting-documents',
    input: z.object({}),
    leaseSeconds: 120,
    retryLimit: 2,
    retryDelaySeconds: 30,
    cron: '*/5 * * * *',
    run: async ({ attempt }) => {
      await attempt.transaction(async ({ req, payload, sql }) => {
        const rows = await sql.rows({
          schema: z.object({ id: z.string() }),
          text: `select id from documents
            where scan_status = 'pending' or (scan_status = 'not-scanned' and $1)
            order by scan_status = 'pending' desc, created_at desc limit ${mostAtOnce}`,
          values: [clamdUrl !== null],
        })
        for (const { id } of rows)
          if (clamdUrl) await enqueueOnce({ req, sql, documentId: id })
          else
            await payload.update({
              collection: 'documents',
              id,
              data: { scanStatus: 'not-scanned' },
              req,
              // The job is the system; what it writes nobody else may.
              overrideAccess: true,
              depth: 0,
            })
      })
    },
  })

const enqueueOnce = async ({
  req,
  sql,
  documentId,
}: {
  req: Parameters<typeof enqueue>[0]['req']
  sql: Sql
  documentId: string
}): Promise<void> => {
  const live = await sql.first({
    schema: z.object({ id: z.string() }),
    text: `select id from pgboss.job
      where name = $1 and state < 'completed' and data ->> 'documentId' = $2 limit 1`,
    values: [scanDocumentQueue, documentId],
  })
  if (!live) await enqueue({ req, queue: scanDocumentQueue, data: { documentId } })
}
