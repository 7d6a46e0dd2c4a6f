import { z } from 'zod'

import { defineJob, sqlOf, type Attempt } from '#plugins/kernel'
import { bringFilesQueue, matchFiles } from '../commands/match-files'
import { storeDocument } from '../commands/store-document'
import { isOver } from '../domain/import-workflow'
import { importHead } from '../queries/import-head'
import { inBatches } from './in-batches'

/**
 * Makes documents of the files that came beside an import, each in a transaction with its mark: a worker
 * that is killed leaves none half done and none twice.
 */
export const bringFilesJob = defineJob({
  name: bringFilesQueue,
  input: z.object({ importId: z.uuid() }),
  leaseSeconds: 300,
  retryLimit: 5,
  retryDelaySeconds: 5,
  run: async ({ input: { importId }, attempt }) => {
    await attempt.transaction(async ({ sql }) => await matchFiles({ sql, importId }))
    await inBatches({
      queue: bringFilesQueue,
      importId,
      attempt,
      batch: async () => ((await bringNext({ importId, attempt })) ? 'more' : 'all'),
    })
  },
})

const nextFile = z.object({
  no: z.number(),
  path: z.string(),
  kind: z.enum(['cv', 'other']),
  bytes: z.instanceof(Buffer),
  record_id: z.string().nullable(),
  is_known: z.boolean(),
})

const bringNext = async ({
  importId,
  attempt,
}: {
  importId: string
  attempt: Attempt
}): Promise<boolean> =>
  await attempt.transaction(async ({ req }) => {
    const sql = sqlOf(req)
    const head = await importHead({ req, importId, isLocked: true })
    if (!head || !isOver(head.state)) return false
    const next = await sql.first({
      schema: nextFile,
      // Whoever was erased or deleted since gets no file any more.
      text: `select f.no, f.path, f.kind, f.bytes, c.id::text as record_id,
          exists (select from documents d where d.candidate_id = c.id
            and d.sha256 = encode(sha256(f.bytes), 'hex')) as is_known
        from import_files f
          join import_rows r on r.import_id = f.import_id and r.no = f.row_no
          left join candidates c on c.id = r.record_id and c.deleted_at is null
            and c.state <> 'anonymised'
        where f.import_id = $1 and f.bytes is not null and f.outcome is null
          and f.problem is null and f.row_no is not null and f.path is not null
        order by f.no limit 1`,
      values: [importId],
    })
    if (!next) return false
    const { no, path, kind, bytes, record_id: candidateId, is_known: isKnown } = next
    const mark = async ({
      outcome,
      documentId = null,
      problem = null,
    }: {
      outcome: 'stored' | 'known' | 'left-out' | 'failed'
      documentId?: string | null
      problem?: string | null
    }) =>
      await sql.run({
        text: `update import_files set outcome = $3, document_id = $4, problem = $5, bytes = null
          where import_id = $1 and no = $2`,
        values: [importId, no, outcome, documentId, problem],
      })
    if (!candidateId) await mark({ outcome: 'left-out' })
    else if (isKnown) await mark({ outcome: 'known' })
    else {
      const stored = await storeDocument({
        req,
        file: { bytes, filename: path.split('/').at(-1) ?? path },
        kind,
        candidateId,
      })
      await mark(
        stored.ok
          ? { outcome: 'stored', documentId: stored.value.documentId }
          : { outcome: 'failed', problem: stored.failure.message },
      )
    }
    return true
  })
