import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  databaseNow,
  defineJob,
  enqueue,
  insertInBulk,
  nextReferences,
  registryOf,
  sqlOf,
  tableOf,
  updateInBulk,
  wholeNumber,
  type Attempt,
  type BulkTeller,
  type Sql,
} from '#plugins/kernel'
import type { ImportKind } from '#plugins/kernel/domain'
import { bringFilesQueue, hasFiles } from '../commands/match-files'
import { moveImport } from '../commands/move-import'
import { patchFor } from '../domain/import-patch'
import { isRunning } from '../domain/import-workflow'
import { importHead, type ImportHead } from '../queries/import-head'
import { knownIds, linkedIds } from '../queries/import-matches'
import { inBatches, type Step } from './in-batches'

/** Small enough that whoever saves the same person meanwhile waits for a moment only. */
const batchSize = 500

/**
 * Brings the rows of an import in, some per transaction. What became of a row is written in the
 * transaction of its record: a worker that is killed leaves nothing half done and nothing twice.
 */
export const runImportJob = defineJob({
  name: 'run-import',
  input: z.object({ importId: z.uuid() }),
  leaseSeconds: 300,
  retryLimit: 5,
  retryDelaySeconds: 5,
  run: async ({ input: { importId }, attempt }) => {
    const isAll = await inBatches({
      queue: 'run-import',
      importId,
      attempt,
      batch: async () => await runBatch({ importId, attempt, size: batchSize }),
    })
    if (!isAll) return
    await attempt.transaction(
      async ({ req }) => {
        const head = await importHead({ req, importId, isLocked: true })
        if (!head || !isRunning(head.state)) return
        await moveImport({
          req,
          importId,
          to: 'done',
          data: { endedAt: await databaseNow(req) },
        })
        if (await hasFiles({ sql: sqlOf(req), importId }))
          await enqueue({ req, queue: bringFilesQueue, data: { importId } })
      },
      { completing: true },
    )
  },
})

/**
 * One batch in one transaction. What the database itself refuses (a key that somebody else took this
 * very moment, a figure out of bounds) undoes the batch: it is tried in halves, until the row that is
 * to blame stands alone and is marked.
 */
const runBatch = async ({
  importId,
  attempt,
  size,
}: {
  importId: string
  attempt: Attempt
  size: number
}): Promise<Step> => {
  // The counter of references is shared by all: it is held for a moment, not for a batch.
  const references = await attempt.transaction(
    async ({ req }) => await referencesFor({ req, importId, size }),
  )
  try {
    return await attempt.transaction(
      async ({ req }) => await writeBatch({ req, importId, size, references }),
    )
  } catch (error) {
    const refusal = databaseRefusal(error)
    if (refusal === null) throw error
    if (size > 1) {
      const half = Math.ceil(size / 4)
      let step: Step = 'more'
      for (let done = 0; done < size && step === 'more'; done += half)
        step = await runBatch({ importId, attempt, size: half })
      return step
    }
    return await attempt.transaction(
      async ({ req }) => await markFailed({ sql: sqlOf(req), importId, reason: refusal }),
    )
  }
}

/** A constraint (23) or a value that does not fit (22), wherever Drizzle has wrapped it. */
const databaseRefusal = (error: unknown): string | null => {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code: unknown = Reflect.get(at, 'code')
    if (typeof code !== 'string' || !/^(22|23)/.test(code)) continue
    const constraint: unknown = Reflect.get(at, 'constraint')
    return `The database refused it${typeof constraint === 'string' ? ` (${constraint})` : ''}.`
  }
  return null
}

const markFailed = async ({
  sql,
  importId,
  reason,
}: {
  sql: Sql
  importId: string
  reason: string
}): Promise<Step> => {
  const marked = await sql.run({
    text: `with next as (
        select no from import_rows where import_id = $1 and verdict is not null and outcome is null
        order by no limit 1
      ),
      counted as (update imports set failed_count = failed_count + 1,
        handled_count = handled_count + 1 where id = $1)
      update import_rows r set outcome = 'failed', outcome_reason = $2 from next
      where r.import_id = $1 and r.no = next.no`,
    values: [importId, reason],
  })
  return marked > 0 ? 'more' : 'all'
}

const referencesFor = async ({
  req,
  importId,
  size,
}: {
  req: PayloadRequest
  importId: string
  size: number
}): Promise<string[]> => {
  const head = await importHead({ req, importId })
  const prefix = head && registryOf(req.payload).imports.get(head.kind)?.referencePrefix
  if (!head || !prefix || !isRunning(head.state)) return []
  const wanted = await sqlOf(req).first({
    schema: z.object({ count: wholeNumber }),
    text: `select count(*) filter (where verdict = 'ok'
          or (verdict = 'alike' and coalesce(decision, $3) = 'new')) as count
      from (select verdict, decision from import_rows
        where import_id = $1 and verdict is not null and outcome is null order by no limit $2) next`,
    values: [importId, size, head.onAlike],
  })
  return wanted && wanted.count > 0
    ? await nextReferences({ req, prefix, count: wanted.count })
    : []
}

const draftRow = z.object({
  no: z.number(),
  verdict: z.enum(['ok', 'bad', 'duplicate', 'alike']),
  decision: z.enum(['skip', 'fill', 'new']).nullable(),
  match_id: z.string().nullable(),
  match_no: z.number().nullable(),
  keys: z.array(z.string()).nullable(),
  draft: z.object({
    row: z.record(z.string(), z.unknown()),
    texts: z.record(z.string(), z.array(z.string())).optional(),
    links: z.array(
      z.object({
        column: z.string(),
        key: z.string(),
        field: z.string(),
        missing: z.string().nullable(),
      }),
    ),
  }),
})

type DraftRow = z.output<typeof draftRow>

type Outcome = {
  no: number
  outcome: 'created' | 'filled' | 'skipped' | 'failed'
  reason: string | null
  recordId: string | null
  filled: Readonly<Record<string, unknown>> | null
}

const writeBatch = async ({
  req,
  importId,
  size,
  references,
}: {
  req: PayloadRequest
  importId: string
  size: number
  references: readonly string[]
}): Promise<Step> => {
  const sql = sqlOf(req)
  const head = await importHead({ req, importId, isLocked: true })
  const kind = head && registryOf(req.payload).imports.get(head.kind)
  if (!head || !kind || !isRunning(head.state)) return 'over'
  const rows = await sql.rows({
    schema: draftRow,
    text: `select no, verdict, decision, match_id, match_no, keys, draft from import_rows
      where import_id = $1 and verdict is not null and outcome is null order by no limit $2`,
    values: [importId, size],
  })
  if (rows.length === 0) return 'all'
  const outcomes = await bringIn({ req, sql, head, kind, rows, references })
  await keepOutcomes({ sql, importId, outcomes })
  return rows.length < size ? 'all' : 'more'
}

const bringIn = async ({
  req,
  sql,
  head,
  kind,
  rows,
  references,
}: {
  req: PayloadRequest
  sql: Sql
  head: ImportHead
  kind: ImportKind
  rows: readonly DraftRow[]
  references: readonly string[]
}): Promise<Outcome[]> => {
  const teller: BulkTeller = {
    actorKind: head.startedById ? 'staff' : 'system',
    actorId: head.startedById ?? 'run-import',
    requestId: head.id,
  }
  const ids = await linkedIds({ sql, kind, drafts: rows.map(({ draft }) => draft) })
  const outcomes: Outcome[] = []
  const put = (no: number, outcome: Outcome['outcome'], reason: string | null = null) => {
    outcomes.push({ no, outcome, reason, recordId: null, filled: null })
  }
  const isNew: (DraftRow & { row: Record<string, unknown> })[] = []
  const isFilled: { row: DraftRow & { row: Record<string, unknown> }; id: string }[] = []
  const repeated: (DraftRow & { row: Record<string, unknown> })[] = []
  for (const draft of rows) {
    const { row, missing } = withLinks({ draft, ids })
    if (kind.ownedBy && head.startedById) row[kind.ownedBy] ??= head.startedById
    const given = { ...draft, row }
    const decision = draft.decision ?? (draft.verdict === 'alike' ? head.onAlike : head.onDuplicate)
    if (draft.verdict === 'bad') put(draft.no, 'skipped', 'Not usable')
    else if (missing) put(draft.no, 'failed', missing)
    else if (draft.verdict === 'ok' || (draft.verdict === 'alike' && decision === 'new'))
      isNew.push(given)
    else if (decision !== 'fill') put(draft.no, 'skipped', 'Known already')
    else if (draft.match_id) isFilled.push({ row: given, id: draft.match_id })
    else repeated.push(given)
  }
  const made = await insertInBulk({
    req,
    kind,
    teller,
    rows: isNew.map(({ no, row, draft }, index) => ({
      no,
      ref: references[index] ?? null,
      row,
      texts: draft.texts ?? {},
    })),
  })
  for (const { no } of isNew) {
    const id = made.get(no)
    if (id) outcomes.push({ no, outcome: 'created', reason: null, recordId: id, filled: null })
  }
  // Somebody else has written the same person since the check: they are known now.
  const late = isNew.filter(({ no }) => !made.has(no))
  const known = await knownIds({ sql, kind, keys: late.flatMap(({ keys }) => keys ?? []) })
  for (const row of late) {
    const key = row.keys?.find((one) => known.has(one))
    const id = key === undefined ? undefined : known.get(key)
    if (id && head.onDuplicate === 'fill') isFilled.push({ row, id })
    else put(row.no, 'skipped', 'Known by now')
  }
  const firsts = await recordsOfRows({
    sql,
    importId: head.id,
    numbers: repeated.flatMap(({ match_no }) => match_no ?? []),
  })
  for (const row of repeated) {
    const id =
      row.match_no === null ? undefined : (made.get(row.match_no) ?? firsts.get(row.match_no))
    if (id) isFilled.push({ row, id })
    else put(row.no, 'skipped', `Row ${row.match_no}, which it repeats, was left out`)
  }
  outcomes.push(...(await fillUp({ req, sql, kind, teller, given: isFilled })))
  return outcomes
}

const withLinks = ({
  draft: { draft },
  ids,
}: {
  draft: DraftRow
  ids: ReadonlyMap<string, string>
}): { row: Record<string, unknown>; missing: string | null } => {
  const row: Record<string, unknown> = { ...draft.row }
  let problem: string | null = null
  for (const { column, key, missing } of draft.links) {
    const id = ids.get(key)
    if (id) row[column] = id
    else problem ??= missing
  }
  return { row, missing: problem }
}

const recordsOfRows = async ({
  sql,
  importId,
  numbers,
}: {
  sql: Sql
  importId: string
  numbers: readonly number[]
}): Promise<ReadonlyMap<number, string>> => {
  if (numbers.length === 0) return new Map()
  const rows = await sql.rows({
    schema: z.object({ no: z.number(), record_id: z.string() }),
    text: `select no, record_id::text from import_rows
      where import_id = $1 and no = any($2::integer[]) and record_id is not null`,
    values: [importId, numbers],
  })
  return new Map(rows.map(({ no, record_id }) => [no, record_id]))
}

/** Fills what is empty at records that are known; several rows may fill the same one in turn. */
const fillUp = async ({
  req,
  sql,
  kind,
  teller,
  given,
}: {
  req: PayloadRequest
  sql: Sql
  kind: ImportKind
  teller: BulkTeller
  given: readonly { row: DraftRow & { row: Record<string, unknown> }; id: string }[]
}): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  let rest = [...given].sort((one, other) => one.row.no - other.row.no)
  while (rest.length > 0) {
    const seen = new Set<string>()
    const now = rest.filter(({ id }) => !seen.has(id) && seen.add(id))
    const later = new Set(now.map(({ row }) => row.no))
    rest = rest.filter(({ row }) => !later.has(row.no))
    outcomes.push(...(await fillOnce({ req, sql, kind, teller, given: now })))
  }
  return outcomes
}

const fillOnce = async ({
  req,
  sql,
  kind,
  teller,
  given,
}: {
  req: PayloadRequest
  sql: Sql
  kind: ImportKind
  teller: BulkTeller
  given: readonly { row: DraftRow & { row: Record<string, unknown> }; id: string }[]
}): Promise<Outcome[]> => {
  const table = tableOf(kind.collection)
  const hasTexts = given.some(({ row }) => Object.keys(row.draft.texts ?? {}).length > 0)
  const records = await sql.rows({
    schema: z.object({
      id: z.string(),
      record: z.record(z.string(), z.unknown()),
      paths: z.array(z.string()),
    }),
    text: `select c.id::text, to_jsonb(c) as record, ${
      hasTexts
        ? `array(select distinct path from ${table}_texts t where t.parent_id = c.id)`
        : `'{}'::text[]`
    } as paths
      from ${table} c where c.id = any($1::uuid[]) order by c.id for update`,
    values: [given.map(({ id }) => id)],
  })
  const byId = new Map(records.map((one) => [one.id, one]))
  const owners = await knownIds({ sql, kind, keys: given.flatMap(({ row }) => row.keys ?? []) })
  const taken = new Set<string>()
  const patches = given.map(({ row, id }) => {
    const known = byId.get(id)
    if (!known) return null
    const patch = patchFor({
      kind,
      record: known.record,
      paths: known.paths,
      row: row.row,
      texts: row.draft.texts ?? {},
      isFree: (prefix) => {
        const key = row.keys?.find((one) => one.startsWith(`${prefix}:`))
        if (key === undefined || (owners.has(key) && owners.get(key) !== id) || taken.has(key))
          return false
        taken.add(key)
        return true
      },
    })
    return { id, ...patch, before: known.record }
  })
  const filled = patches.filter((patch) => patch !== null && !patch.isEmpty)
  await updateInBulk({
    req,
    kind,
    teller,
    patches: filled.flatMap((one) =>
      one
        ? [
            {
              id: one.id,
              patch: one.patch,
              texts: one.texts,
              before: Object.fromEntries(
                Object.keys(one.patch).map((column) => [column, one.before[column]]),
              ),
            },
          ]
        : [],
    ),
  })
  return given.map(({ row, id }, index): Outcome => {
    const patch = patches[index]
    if (!patch)
      return {
        no: row.no,
        outcome: 'skipped',
        reason: 'Not there any more',
        recordId: null,
        filled: null,
      }
    if (patch.isEmpty)
      return {
        no: row.no,
        outcome: 'skipped',
        reason: 'Nothing to fill',
        recordId: id,
        filled: null,
      }
    return {
      no: row.no,
      outcome: 'filled',
      reason: null,
      recordId: id,
      filled: {
        ...patch.patch,
        ...(Object.keys(patch.texts).length > 0 ? { $texts: patch.texts } : {}),
      },
    }
  })
}

const keepOutcomes = async ({
  sql,
  importId,
  outcomes,
}: {
  sql: Sql
  importId: string
  outcomes: readonly Outcome[]
}): Promise<void> => {
  const count = (wanted: Outcome['outcome']): number =>
    outcomes.filter(({ outcome }) => outcome === wanted).length
  await sql.run({
    text: `update import_rows r set outcome = g.outcome, outcome_reason = g.reason,
        record_id = g."recordId", filled = g.filled
      from jsonb_to_recordset($2::jsonb)
        as g (no integer, outcome text, reason text, "recordId" uuid, filled jsonb)
      where r.import_id = $1 and r.no = g.no`,
    values: [importId, JSON.stringify(outcomes)],
  })
  await sql.run({
    text: `update imports set handled_count = handled_count + $2, created_count = created_count + $3,
        filled_count = filled_count + $4, skipped_count = skipped_count + $5,
        failed_count = failed_count + $6 where id = $1`,
    values: [
      importId,
      outcomes.length,
      count('created'),
      count('filled'),
      count('skipped'),
      count('failed'),
    ],
  })
}
