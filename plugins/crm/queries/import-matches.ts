import { z } from 'zod'

import { tableOf, type Sql } from '#plugins/kernel'
import type { ImportDraft, ImportKind } from '#plugins/kernel/domain'

const found = z.object({ value: z.string(), id: z.string() })

/** Groups `email:jane@example.test` by what stands before the colon. */
const byPrefix = (keys: Iterable<string>): Map<string, string[]> => {
  const grouped = new Map<string, string[]>()
  for (const key of new Set(keys)) {
    const at = key.indexOf(':')
    const values = grouped.get(key.slice(0, at)) ?? []
    values.push(key.slice(at + 1))
    grouped.set(key.slice(0, at), values)
  }
  return grouped
}

/** Which records have these keys now. */
export const knownIds = async ({
  sql,
  kind,
  keys,
}: {
  sql: Sql
  kind: Pick<ImportKind, 'collection' | 'keys'>
  keys: Iterable<string>
}): Promise<ReadonlyMap<string, string>> => {
  const known = new Map<string, string>()
  for (const [prefix, values] of byPrefix(keys)) {
    const condition = kind.keys[prefix]
    if (condition === undefined) continue
    const rows = await sql.rows({
      schema: found,
      text: `select k.value, c.id::text from unnest($1::text[]) k (value)
        join ${tableOf(kind.collection)} c on ${condition}`,
      values: [values],
    })
    for (const { value, id } of rows) known.set(`${prefix}:${value}`, id)
  }
  return known
}

/** Where the links of drafts lead. */
export const linkedIds = async ({
  sql,
  kind,
  drafts,
}: {
  sql: Sql
  kind: Pick<ImportKind, 'links'>
  drafts: readonly Pick<ImportDraft, 'links'>[]
}): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for (const [prefix, values] of byPrefix(
    drafts.flatMap(({ links }) => links.map(({ key }) => key)),
  )) {
    const text = kind.links[prefix]
    if (text === undefined) continue
    for (const { value, id } of await sql.rows({ schema: found, text, values: [values] }))
      ids.set(`${prefix}:${value}`, id)
  }
  return ids
}

/** Records that are called the same and agree in what else tells them apart, by the row. */
export const alikeIds = async ({
  sql,
  kind,
  wanted,
}: {
  sql: Sql
  kind: Pick<ImportKind, 'collection' | 'subject' | 'alike'>
  wanted: readonly { no: number; words: string; key: string }[]
}): Promise<ReadonlyMap<number, string>> => {
  const { alike } = kind
  const ids = new Map<number, string>()
  if (!alike || wanted.length === 0) return ids
  const rows = await sql.rows({
    schema: z.object({ no: z.number(), id: z.string(), record: z.record(z.string(), z.unknown()) }),
    text: `select w.no, c.id::text, jsonb_build_object(${alike.columns
      .map((column) => `'${column}', c.${column}`)
      .join(', ')}) as record
      from jsonb_to_recordset($1::jsonb) as w (no integer, words text)
        cross join lateral (
          select string_agg(quote_literal(word), ' & ')::tsquery as query
          from unnest(search_lexemes(w.words)) word
        ) said
        cross join lateral (
          select record_id from search_entries e
          where e.kind = $2 and e.words @@ said.query limit 20
        ) near
        join ${tableOf(kind.collection)} c on c.id = near.record_id and c.deleted_at is null
      order by w.no, c.id`,
    values: [JSON.stringify(wanted.map(({ no, words }) => ({ no, words }))), kind.subject],
  })
  const keys = new Map(wanted.map(({ no, key }) => [no, key]))
  for (const { no, id, record } of rows)
    if (!ids.has(no) && alike.keys(record).includes(keys.get(no) ?? '')) ids.set(no, id)
  return ids
}
