import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  deleteInBulk,
  databaseNow,
  defineJob,
  registryOf,
  sqlOf,
  tableOf,
  updateInBulk,
  type BulkTeller,
  type Sql,
} from '#plugins/kernel'
import type { ImportKind } from '#plugins/kernel/domain'
import { moveImport } from '../commands/move-import'
import { isTakingBack } from '../domain/import-workflow'
import { importHead } from '../queries/import-head'
import { inBatches, type Step } from './in-batches'

const batchSize = 500

/** Takes a whole import back: records that nobody has touched since go, what was filled is empty again. */
export const takeBackImportJob = defineJob({
  name: 'take-back-import',
  input: z.object({ importId: z.uuid() }),
  leaseSeconds: 300,
  retryLimit: 5,
  retryDelaySeconds: 5,
  run: async ({ input: { importId }, attempt }) => {
    const isAll = await inBatches({
      queue: 'take-back-import',
      importId,
      attempt,
      batch: async () =>
        await attempt.transaction(async ({ req }) => await takeBackBatch({ req, importId })),
    })
    if (!isAll) return
    await attempt.transaction(
      async ({ req }) => {
        const head = await importHead({ req, importId, isLocked: true })
        if (head && isTakingBack(head.state))
          await moveImport({
            req,
            importId,
            to: 'taken_back',
            data: { endedAt: await databaseNow(req) },
          })
      },
      { completing: true },
    )
  },
})

const writtenRow = z.object({
  no: z.number(),
  outcome: z.enum(['created', 'filled']),
  record_id: z.string(),
  filled: z.record(z.string(), z.unknown()).nullable(),
})

type WrittenRow = z.output<typeof writtenRow>
type Fate = { no: number; outcome: 'removed' | 'kept'; reason: string | null }

const takeBackBatch = async ({
  req,
  importId,
}: {
  req: PayloadRequest
  importId: string
}): Promise<Step> => {
  const sql = sqlOf(req)
  const head = await importHead({ req, importId, isLocked: true })
  const kind = head && registryOf(req.payload).imports.get(head.kind)
  if (!head || !kind || !isTakingBack(head.state)) return 'over'
  const rows = await sql.rows({
    schema: writtenRow,
    // What was filled goes first: the record it was filled at may be one that this import made.
    text: `select no, outcome, record_id::text, filled from import_rows
      where import_id = $1 and outcome in ('created', 'filled') and record_id is not null
      order by outcome desc, no desc limit $2`,
    values: [importId, batchSize],
  })
  if (rows.length === 0) return 'all'
  const teller: BulkTeller = {
    actorKind: head.startedById ? 'staff' : 'system',
    actorId: head.startedById ?? 'take-back-import',
    requestId: importId,
  }
  const emptied = await emptyFilled({
    req,
    sql,
    kind,
    teller,
    rows: rows.filter(({ outcome }) => outcome === 'filled'),
  })
  await removeFiles({
    req,
    sql,
    importId,
    rows: emptied.filter(({ outcome }) => outcome === 'removed').map(({ no }) => no),
  })
  const fates = [
    ...emptied,
    ...(await removeMade({
      req,
      sql,
      kind,
      teller,
      rows: rows.filter(({ outcome }) => outcome === 'created'),
    })),
  ]
  await sql.run({
    text: `update import_rows r set outcome = g.outcome, outcome_reason = g.reason
      from jsonb_to_recordset($2::jsonb) as g (no integer, outcome text, reason text)
      where r.import_id = $1 and r.no = g.no`,
    values: [importId, JSON.stringify(fates)],
  })
  const removed = fates.filter(({ outcome }) => outcome === 'removed').length
  await sql.run({
    text: `update imports set removed_count = removed_count + $2, kept_count = kept_count + $3
      where id = $1`,
    values: [importId, removed, fates.length - removed],
  })
  return 'more'
}

/** Documents that came beside the table go with the rows they came for. */
const removeFiles = async ({
  req,
  sql,
  importId,
  rows,
}: {
  req: PayloadRequest
  sql: Sql
  importId: string
  rows: readonly number[]
}): Promise<void> => {
  const documents = await sql.rows({
    schema: z.object({ id: z.string() }),
    text: `select d.id::text from import_files f join documents d on d.id = f.document_id
      where f.import_id = $1 and f.row_no = any($2::integer[]) order by d.id`,
    values: [importId, rows],
  })
  for (const { id } of documents)
    await req.payload.delete({ collection: 'documents', id, req, overrideAccess: true, depth: 0 })
  await sql.run({
    text: `update import_files set outcome = 'removed'
      where import_id = $1 and row_no = any($2::integer[]) and document_id is not null`,
    values: [importId, rows],
  })
}

/** Records of this import that no event since has told of, other than this import's own. */
const removeMade = async ({
  req,
  sql,
  kind,
  teller,
  rows,
}: {
  req: PayloadRequest
  sql: Sql
  kind: ImportKind
  teller: BulkTeller
  rows: readonly WrittenRow[]
}): Promise<Fate[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ record_id }) => record_id)
  // Nobody changes one of them between the question and the answer.
  const there = await sql.rows({
    schema: z.object({ id: z.string() }),
    text: `select id::text from ${tableOf(kind.collection)} where id = any($1::uuid[])
      order by id for update`,
    values: [ids],
  })
  const changed = kind.untouched
    ? await sql.rows({
        schema: z.object({ id: z.string() }),
        text: `select c.id::text from ${tableOf(kind.collection)} c
          where c.id = any($1::uuid[]) and not (${kind.untouched})`,
        values: [ids],
      })
    : []
  const isChanged = new Set(changed.map(({ id }) => id))
  const touched = await sql.rows({
    schema: z.object({ id: z.string(), name: z.string(), day: z.string() }),
    text: `select g.id, since.name, to_char(since.at, 'YYYY-MM-DD') as day
      from unnest($1::text[]) g (id)
        cross join lateral (
          select e.name, e.at from domain_events e
          where (e.subject_type = $2 and e.subject_id = g.id or e.person_id = g.id
              or e.client_id = g.id or e.order_id = g.id)
            and e.request_id is distinct from $3
            and not (e.subject_type = 'document' and exists (select from import_files f
              where f.import_id::text = $3 and f.document_id::text = e.subject_id))
            and not exists (select from imports i
              where i.id::text = e.request_id and i.state::text = 'taken_back')
          order by e.at limit 1
        ) since`,
    values: [ids, kind.subject, teller.requestId],
  })
  const since = new Map(touched.map((one) => [one.id, one]))
  const isThere = new Set(there.map(({ id }) => id))
  const gone = ids.filter((id) => isThere.has(id) && !since.has(id) && !isChanged.has(id))
  const isGone = new Set(gone)
  await removeFiles({
    req,
    sql,
    importId: teller.requestId,
    rows: rows.filter(({ record_id }) => isGone.has(record_id)).map(({ no }) => no),
  })
  await deleteInBulk({ req, kind, teller, ids: gone })
  return rows.map(({ no, record_id }): Fate => {
    const touch = since.get(record_id)
    if (!isThere.has(record_id)) return { no, outcome: 'removed', reason: 'Was deleted before' }
    if (isChanged.has(record_id)) return { no, outcome: 'kept', reason: 'Changed since' }
    return touch
      ? { no, outcome: 'kept', reason: `Used since: ${touch.name} on ${touch.day}` }
      : { no, outcome: 'removed', reason: null }
  })
}

/** What was filled into records that were known is empty again, where it still stands as it was filled. */
const emptyFilled = async ({
  req,
  sql,
  kind,
  teller,
  rows,
}: {
  req: PayloadRequest
  sql: Sql
  kind: ImportKind
  teller: BulkTeller
  rows: readonly WrittenRow[]
}): Promise<Fate[]> => {
  const fates: Fate[] = []
  const table = tableOf(kind.collection)
  // One by one record: two rows may have filled the same.
  for (const { no, record_id, filled } of rows) {
    const known = await sql.first({
      schema: z.object({ record: z.record(z.string(), z.unknown()) }),
      text: `select to_jsonb(c) as record from ${table} c where c.id = $1 for update`,
      values: [record_id],
    })
    if (!known || !filled) {
      fates.push({ no, outcome: 'kept', reason: 'Not there any more' })
      continue
    }
    const { $texts, custom, ...columns } = filled
    const entries = Object.entries(columns)
    const same = entries.filter(([column, value]) => known.record[column] === value)
    const patch: Record<string, unknown> = Object.fromEntries(
      same.map(([column]) => [column, null]),
    )
    if (isSame(known.record.custom, custom)) patch.custom = null
    const before = Object.fromEntries(
      Object.keys(patch).map((column) => [column, known.record[column]]),
    )
    await updateInBulk({
      req,
      kind,
      teller,
      patches: [{ id: record_id, patch, texts: {}, before }],
    })
    await takeTexts({ sql, table, recordId: record_id, texts: $texts })
    fates.push(
      same.length === entries.length
        ? { no, outcome: 'removed', reason: null }
        : { no, outcome: 'kept', reason: 'Some of what was filled has been changed since' },
    )
  }
  return fates
}

const takeTexts = async ({
  sql,
  table,
  recordId,
  texts,
}: {
  sql: Sql
  table: string
  recordId: string
  texts: unknown
}): Promise<void> => {
  const lists = z.record(z.string(), z.array(z.string())).safeParse(texts)
  if (!lists.success) return
  for (const [path, list] of Object.entries(lists.data))
    await sql.run({
      text: `delete from ${table}_texts t where t.parent_id = $1 and t.path = $2
        and (select array_agg(same.text order by same."order") from ${table}_texts same
          where same.parent_id = $1 and same.path = $2) = $3::varchar[]`,
      values: [recordId, path, list],
    })
}

const isSame = (one: unknown, other: unknown): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other)
