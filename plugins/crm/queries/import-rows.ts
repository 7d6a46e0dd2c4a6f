import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, registryOf, sqlOf, tableOf, wholeNumber } from '#plugins/kernel'
import {
  can,
  isUuid,
  ok,
  refuseMissing,
  refuseRight,
  type ImportKind,
  type Result,
} from '#plugins/kernel/domain'
import { importHead, type ImportHead } from './import-head'
import { fieldsForImport } from './import-fields'

export type ImportRow = {
  no: number
  cells: readonly string[]
  verdict: 'ok' | 'bad' | 'duplicate' | 'alike' | null
  /** What is wrong, by the label of the field. */
  problems: readonly { field: string; message: string }[]
  /** Whom it repeats: a record, or an earlier row. */
  match: { id: string | null; title: string | null; row: number | null; by: string | null } | null
  decision: 'skip' | 'fill' | 'new' | null
  outcome: string | null
  reason: string | null
  recordId: string | null
}

export type ImportCounts = Readonly<Record<string, number>>

/** An import for a colleague who may see it and the records it brings in. */
export const readableImport = async ({
  req,
  importId,
}: {
  req: PayloadRequest
  importId: string
}): Promise<Result<{ head: ImportHead; kind: ImportKind }>> => {
  const actor = actorOf(req)
  if (!can({ actor, permission: 'imports.write' })) return refuseRight()
  const head = isUuid(importId) ? await importHead({ req, importId }) : null
  const kind = head && registryOf(req.payload).imports.get(head.kind)
  if (!head || !kind || !can({ actor, permission: kind.permission })) return refuseMissing('import')
  return ok({ head, kind })
}

const storedRow = z.object({
  no: z.number(),
  raw: z.array(z.string()).nullable(),
  verdict: z.enum(['ok', 'bad', 'duplicate', 'alike']).nullable(),
  problems: z.record(z.string(), z.string()).nullable(),
  match_id: z.string().nullable(),
  match_no: z.number().nullable(),
  match_by: z.string().nullable(),
  match_title: z.string().nullable(),
  decision: z.enum(['skip', 'fill', 'new']).nullable(),
  outcome: z.string().nullable(),
  outcome_reason: z.string().nullable(),
  record_id: z.string().nullable(),
})

/** Rows of an import with their verdicts, from a number on. */
export const importRows = async ({
  req,
  head,
  kind,
  verdict,
  outcome,
  after,
  limit,
}: {
  req: PayloadRequest
  head: ImportHead
  kind: ImportKind
  verdict: string | null
  outcome: string | null
  after: number
  limit: number
}): Promise<ImportRow[]> => {
  const { fields } = await fieldsForImport({ req, kind })
  const labels = new Map(fields.map(({ key, label }) => [key, label]))
  const rows = await sqlOf(req).rows({
    schema: storedRow,
    text: `select r.no, r.raw, r.verdict, r.problems, r.match_id::text, r.match_no, r.match_by,
        ${kind.title} as match_title, r.decision, r.outcome, r.outcome_reason, r.record_id::text
      from import_rows r left join ${tableOf(kind.collection)} c on c.id = r.match_id
      where r.import_id = $1 and r.no > $2 and ($3::text is null or r.verdict = $3)
        and ($4::text is null or r.outcome = $4)
      order by r.no limit $5`,
    values: [head.id, after, verdict, outcome, limit],
  })
  return rows.map((row) => ({
    no: row.no,
    cells: row.raw ?? [],
    verdict: row.verdict,
    problems: Object.entries(row.problems ?? {}).map(([key, message]) => ({
      field: labels.get(key) ?? key,
      message,
    })),
    match:
      row.match_id || row.match_no
        ? { id: row.match_id, title: row.match_title, row: row.match_no, by: row.match_by }
        : null,
    decision: row.decision,
    outcome: row.outcome,
    reason: row.outcome_reason,
    recordId: row.outcome === 'removed' ? null : row.record_id,
  }))
}

/** How many rows have which verdict and outcome. */
export const importCounts = async ({
  req,
  importId,
}: {
  req: PayloadRequest
  importId: string
}): Promise<{ verdicts: ImportCounts; outcomes: ImportCounts }> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({
      verdict: z.string().nullable(),
      outcome: z.string().nullable(),
      count: wholeNumber,
    }),
    text: `select verdict, outcome, count(*) as count from import_rows where import_id = $1
      group by verdict, outcome`,
    values: [importId],
  })
  const sums = (key: 'verdict' | 'outcome'): ImportCounts => {
    const counts: Record<string, number> = {}
    for (const row of rows) {
      const name = row[key]
      if (name !== null) counts[name] = (counts[name] ?? 0) + row.count
    }
    return counts
  }
  return { verdicts: sums('verdict'), outcomes: sums('outcome') }
}
