import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'

const fileRow = z
  .object({
    no: z.number(),
    path: z.string().nullable(),
    size: z.number(),
    kind: z.enum(['cv', 'other']).nullable(),
    problem: z.string().nullable(),
    row_no: z.number().nullable(),
    whose: z.enum(['row', 'nobody', 'several']).nullable(),
    outcome: z.string().nullable(),
    document_id: z.string().nullable(),
  })
  .transform((row) => ({
    no: row.no,
    path: row.path ?? 'Forgotten',
    size: row.size,
    kind: row.kind,
    problem: row.problem,
    rowNo: row.row_no,
    whose: row.whose,
    outcome: row.outcome,
    documentId: row.outcome === 'removed' ? null : row.document_id,
  }))

/** The files beside an import from a number on, those with a problem or without an owner first. */
export const importFiles = async ({
  req,
  importId,
  isTroubleOnly,
  after,
  limit,
}: {
  req: PayloadRequest
  importId: string
  isTroubleOnly: boolean
  after: number
  limit: number
}) =>
  await sqlOf(req).rows({
    schema: fileRow,
    text: `select no, path, size, kind, problem, row_no, whose, outcome, document_id::text
      from import_files where import_id = $1 and no > $2
        and (not $3::boolean or problem is not null or whose in ('nobody', 'several')
          or outcome in ('left-out', 'failed'))
      order by no limit $4`,
    values: [importId, after, isTroubleOnly, limit],
  })

/** How many there are, how many became documents, wait for the import, or are in trouble. */
export const importFileCounts = async ({
  req,
  importId,
}: {
  req: PayloadRequest
  importId: string
}) => {
  const row = await sqlOf(req).first({
    schema: z.object({
      all: wholeNumber,
      stored: wholeNumber,
      known: wholeNumber,
      waiting: wholeNumber,
      trouble: wholeNumber,
    }),
    text: `select count(*) as all,
        count(*) filter (where outcome = 'stored') as stored,
        count(*) filter (where outcome = 'known') as known,
        count(*) filter (where bytes is not null and outcome is null
          and coalesce(whose, 'row') = 'row') as waiting,
        count(*) filter (where problem is not null or whose in ('nobody', 'several')
          or outcome in ('left-out', 'failed')) as trouble
      from import_files where import_id = $1`,
    values: [importId],
  })
  return row ?? { all: 0, stored: 0, known: 0, waiting: 0, trouble: 0 }
}
