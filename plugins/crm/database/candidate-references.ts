import { z } from 'zod'

import type { Sql } from '#plugins/kernel'

/** A column that says which candidate a row is about; with `kind`, only where that column says so. */
export type CandidateReference = { table: string; column: string; kind: string | null }

/**
 * Every column that refers to candidates, as the database itself knows them: each relationship field of
 * a collection is a foreign key, and what is about any record names its kind and id beside each other.
 * So a new collection is part of a merge by existing.
 */
export const candidateReferences = async (sql: Sql): Promise<CandidateReference[]> => {
  const found = await sql.rows({
    schema: z.object({ table: z.string(), column: z.string(), kind: z.string().nullable() }),
    text: `select t.relname as table, a.attname as column, null as kind
      from pg_constraint c
        join pg_class t on t.oid = c.conrelid
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'candidates'::regclass
        and cardinality(c.conkey) = 1 and not t.relispartition
      union all
      select t.relname, named.attname, kind.attname
      from pg_class t
        join pg_attribute named on named.attrelid = t.oid and named.attnum > 0
        join pg_attribute kind on kind.attrelid = t.oid and kind.attnum > 0
      where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
        and not t.relispartition and not named.attisdropped and not kind.attisdropped
        and named.attname like '%\\_id' and named.atttypid in ('text'::regtype, 'varchar'::regtype)
        and kind.attname in (
          regexp_replace(named.attname, '_id$', '_kind'), regexp_replace(named.attname, '_id$', '_type'))
      order by 1, 2`,
  })
  return found.filter(({ table, column }) => !isApart({ table, column }))
}

/** What does not move, and why. */
export const referencesApart: Readonly<Record<string, string>> = {
  candidate_duplicates: 'pairs to compare are found anew',
  candidate_duplicate_keys: 'follow the candidate by a job',
  candidate_merges: 'tell which records were merged',
  domain_events: 'what happened is never written anew; the timeline looks for both',
  erasures: 'name who was erased',
  payload_locked_documents_rels: 'say who has which form open',
  payload_preferences_rels: 'are colleagues’ own',
  portal_accounts: 'one login stays, which the merge decides',
}

const isApart = ({ table, column }: { table: string; column: string }): boolean =>
  Object.hasOwn(referencesApart, table) ||
  // Lists of the profile itself are put together, not moved.
  (table.startsWith('candidates_') && /^_?parent_id$/.test(column))

/** What keeps two rows of a table from being about one candidate: columns, and for which rows. */
type UniqueRule = { others: string[]; condition: string | null }

/** Pairs of rows that exclude each other once both are about the kept candidate. */
export const clashesIn = async ({
  sql,
  reference: { table, column, kind },
  keptId,
  mergedId,
}: {
  sql: Sql
  reference: CandidateReference
  keptId: string
  mergedId: string
}): Promise<{ keptRow: string; mergedRow: string }[]> => {
  const rules = await sql.rows({
    schema: z.object({ others: z.array(z.string()), condition: z.string().nullable() }),
    text: `select coalesce(array_agg(a.attname::text) filter (where a.attname <> $2), '{}') as others,
        pg_get_expr(i.indpred, i.indrelid) as condition
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indrelid = $1::regclass and i.indisunique and not i.indisprimary and i.indexprs is null
      group by i.indexrelid, i.indpred, i.indrelid
      having bool_or(a.attname = $2)`,
    values: [table, column],
  })
  const clashes: { keptRow: string; mergedRow: string }[] = []
  for (const rule of rules)
    clashes.push(
      ...(await sql.rows({
        schema: z.object({ keptRow: z.string(), mergedRow: z.string() }),
        text: pairsBy({ table, column, kind, rule }),
        values: [keptId, mergedId],
      })),
    )
  return clashes
}

const pairsBy = ({
  table,
  column,
  kind,
  rule: { others, condition },
}: CandidateReference & { rule: UniqueRule }): string => {
  const rowsOf = (value: string) => `(select * from "${table}"
    where "${column}"::text = ${value} ${kind ? `and "${kind}"::text = 'candidate'` : ''}
    ${condition ? `and (${condition})` : ''})`
  return `select k.id::text as "keptRow", m.id::text as "mergedRow"
    from ${rowsOf('$1')} k join ${rowsOf('$2')} m
      on ${others.length === 0 ? 'true' : others.map((name) => `k."${name}" = m."${name}"`).join(' and ')}`
}
