import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { CandidateReference } from './candidate-references'
import { isNoColumn } from './move-custom-people'

/** Lets nobody else change the rows that are about to move, before the candidates themselves are locked. */
export const lockReferences = async ({
  req,
  references,
  candidateId,
}: {
  req: PayloadRequest
  references: readonly CandidateReference[]
  candidateId: string
}): Promise<void> => {
  for (const { table, column, kind } of references)
    await sqlOf(req).run({
      text: `select from "${table}" where ${aboutCandidate({ column, kind, value: '$1' })} for update`,
      values: [candidateId],
    })
}

/**
 * Lets the rows of a column follow to the kept candidate, and writes down which, so that an undo takes
 * exactly these back.
 *
 * @returns how many moved
 */
export const moveReference = async ({
  req,
  reference: { table, column, kind },
  mergeId,
  keptId,
  mergedId,
  staying,
}: {
  req: PayloadRequest
  reference: CandidateReference
  mergeId: string
  keptId: string
  mergedId: string
  /** Rows that stay with the record that is given up. */
  staying: readonly string[]
}): Promise<number> =>
  await sqlOf(req).run({
    text: `with moved as (
        update "${table}" set "${column}" = ${kind ? '$2' : '$2::uuid'}
        where ${aboutCandidate({ column, kind, value: '$1' })} and id::text <> all($4)
        returning id::text as id
      )
      insert into candidate_merge_moves (merge_id, table_name, column_name, row_id, before, after)
      select $3::uuid, $5, $6, moved.id, to_jsonb($1::text), to_jsonb($2::text) from moved`,
    values: [mergedId, keptId, mergeId, staying, table, column],
  })

/** A column of an id in text compares as text, so that an index on either is used. */
export const aboutCandidate = ({
  column,
  kind,
  value,
}: {
  column: string
  kind: string | null
  value: string
}): string =>
  kind ? `"${column}" = ${value} and "${kind}"::text = 'candidate'` : `"${column}" = ${value}::uuid`

type Snapshot = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/** Rows as they stand now, for `keepChanges`. */
export const snapshotOf = async ({
  req,
  table,
  ids,
}: {
  req: PayloadRequest
  table: string
  ids: readonly string[]
}): Promise<Snapshot> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), row: z.record(z.string(), z.unknown()) }),
    text: `select id::text, to_jsonb(t) as row from "${table}" t where id = any($1::uuid[])`,
    values: [ids],
  })
  return new Map(rows.map(({ id, row }) => [id, row]))
}

/** Writes down what became of the columns of these rows since the snapshot. */
export const keepChanges = async ({
  req,
  mergeId,
  table,
  before,
  columns,
}: {
  req: PayloadRequest
  mergeId: string
  table: string
  before: Snapshot
  /** Only these; else all but the time of the last change. */
  columns?: readonly string[]
}): Promise<void> => {
  const after = await snapshotOf({ req, table, ids: [...before.keys()] })
  const changes = [...before].flatMap(([id, row]) =>
    (columns ?? Object.keys(row))
      .filter((column) => column !== 'updated_at')
      .map((column) => ({
        id,
        column,
        before: row[column] ?? null,
        after: after.get(id)?.[column] ?? null,
      }))
      .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after)),
  )
  if (changes.length === 0) return
  await sqlOf(req).run({
    text: `insert into candidate_merge_moves (merge_id, table_name, column_name, row_id, before, after)
      select $1, $2, c.column, c.id, c.before, c.after
      from jsonb_to_recordset($3::jsonb) as c (id text, "column" text, before jsonb, after jsonb)`,
    values: [mergeId, table, JSON.stringify(changes)],
  })
}

/**
 * Puts back what a merge has written, column by column, where nobody has written anything else since.
 * Ids of candidates first, so that no two live rows of one candidate meet.
 */
export const putBack = async ({
  req,
  mergeId,
  only = 'true',
}: {
  req: PayloadRequest
  mergeId: string
  /** A condition on what is put back now. */
  only?: string
}): Promise<void> => {
  const columns = await sqlOf(req).rows({
    schema: z.object({ table: z.string(), column: z.string() }),
    text: `select table_name as table, column_name as column from candidate_merge_moves
      where merge_id = $1 and ${only} and ${isNoColumn}
      group by 1, 2 order by bool_or(column_name like '%\\_id') desc, 1, 2`,
    values: [mergeId],
  })
  for (const { table, column } of columns)
    await sqlOf(req).run({
      text: `update "${table}" t
        set "${column}" = (jsonb_populate_record(null::"${table}",
          jsonb_build_object('${column}', m.before)))."${column}"
        from candidate_merge_moves m
        where m.merge_id = $1 and m.table_name = $2 and m.column_name = $3
          and t.id = (jsonb_populate_record(null::"${table}", jsonb_build_object('id', m.row_id))).id
          and coalesce(to_jsonb(t."${column}"), 'null') = coalesce(m.after, 'null')`,
      values: [mergeId, table, column],
    })
}
