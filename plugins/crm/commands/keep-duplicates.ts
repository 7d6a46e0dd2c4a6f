import { z } from 'zod'

import type { Sql } from '#plugins/kernel'
import { duplicateKeys, likenessOf } from '../domain/duplicates'
import { personTraits } from '../queries/person-traits'

/** A key that so many share tells people apart no more. */
const mostAlike = 200

/**
 * Compares these candidates with all who share a key with them and keeps the pairs that look like one
 * person. What somebody decided about a pair stays. Safe to run again.
 */
export const keepDuplicates = async ({
  sql,
  ids,
}: {
  sql: Sql
  ids: readonly string[]
}): Promise<void> => {
  const people = await personTraits({ sql, ids })
  const keyed = [...people].map(([id, traits]) => ({ id, keys: duplicateKeys(traits) }))
  await sql.run({
    text: `insert into candidate_duplicate_keys (candidate_id, keys, changed_at)
      select c.id, array(select jsonb_array_elements_text(k.keys)), c.updated_at
      from jsonb_to_recordset($1::jsonb) as k (id uuid, keys jsonb) join candidates c on c.id = k.id
      on conflict (candidate_id) do update set keys = excluded.keys, changed_at = excluded.changed_at`,
    values: [JSON.stringify(keyed)],
  })
  await sql.run({
    text: 'delete from candidate_duplicate_keys where candidate_id = any($1::uuid[]) and candidate_id <> all($2::uuid[])',
    values: [ids, [...people.keys()]],
  })
  const alike = await sql.rows({
    schema: z.object({ id: z.string(), other: z.string() }),
    text: `select mine.candidate_id::text as id, near.candidate_id::text as other
      from candidate_duplicate_keys mine cross join lateral (
        select theirs.candidate_id from candidate_duplicate_keys theirs
        where theirs.keys && mine.keys and theirs.candidate_id <> mine.candidate_id
        limit ${mostAlike}) near
      where mine.candidate_id = any($1::uuid[]) and cardinality(mine.keys) > 0`,
    values: [ids],
  })
  const others = await personTraits({
    sql,
    ids: [...new Set(alike.map(({ other }) => other))],
  })
  const found = new Map<string, { one: string; other: string; score: number; reasons: string[] }>()
  for (const { id, other } of alike) {
    const [mine, theirs] = [people.get(id), others.get(other)]
    const likeness = mine && theirs ? likenessOf(mine, theirs) : null
    const [first = '', second = ''] = [id, other].sort()
    if (likeness) found.set(`${first} ${second}`, { one: first, other: second, ...likeness })
  }
  const pairs = [...found.values()]
  await sql.run({
    text: `delete from candidate_duplicates d
      where (d.one_id = any($1::uuid[]) or d.other_id = any($1::uuid[])) and d.dismissed_at is null
        and not exists (select from jsonb_to_recordset($2::jsonb) as p (one uuid, other uuid)
          where p.one = d.one_id and p.other = d.other_id)`,
    values: [ids, JSON.stringify(pairs)],
  })
  await sql.run({
    text: `insert into candidate_duplicates (one_id, other_id, score, reasons)
      select p.one, p.other, p.score, array(select jsonb_array_elements_text(p.reasons))
      from jsonb_to_recordset($1::jsonb) as p (one uuid, other uuid, score integer, reasons jsonb)
      order by p.one, p.other
      on conflict (one_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
        where (candidate_duplicates.score, candidate_duplicates.reasons)
          is distinct from (excluded.score, excluded.reasons)`,
    values: [JSON.stringify(pairs)],
  })
}
