import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

import { poolOf, registryOf } from '#plugins/kernel'
import type { PersonalTable, PersonRef } from '#plugins/kernel/domain'

/** Begins every canary of one test, so that a single search finds them all. */
export const canary = `cny${randomUUID().replaceAll('-', '').slice(0, 10)}`

const quoted = (name: string): string => `"${name}"`

/**
 * Runs statements without triggers and foreign keys, as an attacker or a careless migration would:
 * frozen tables take canaries too.
 */
export const belowTheRules = async ({
  payload,
  statements,
}: {
  payload: Payload
  statements: readonly { text: string; values?: readonly unknown[] }[]
}): Promise<number[]> => {
  const client = await poolOf(payload).connect()
  const counts: number[] = []
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    for (const { text, values } of statements)
      counts.push((await client.query(text, [...(values ?? [])])).rowCount ?? 0)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return counts
}

/** Columns of every table that can hold words, with their type. */
export const wordyColumnsOf = async (
  payload: Payload,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> => {
  const { rows } = await poolOf(payload).query<{ table: string; column: string; type: string }>(
    `select c.table_name as table, c.column_name as column, c.udt_name as type
      from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.udt_name in ('varchar', 'text', '_text', '_varchar', 'bpchar', 'citext', 'json', 'jsonb', 'bytea', 'tsvector')`,
  )
  const tables = new Map<string, Map<string, string>>()
  for (const { table, column, type } of rows)
    tables.set(table, (tables.get(table) ?? new Map<string, string>()).set(column, type))
  return tables
}

export const canaryFor = ({ table, column }: { table: string; column: string }): string =>
  `${canary}-${table}-${column}`.toLowerCase().replaceAll('_', '')

/** A value that a column of this type takes, recognisable, different in each column. */
const valueFor = ({
  table,
  column,
  type,
}: {
  table: string
  column: string
  type: string
}): unknown => {
  const text = canaryFor({ table, column })
  if (type === 'json' || type === 'jsonb') return JSON.stringify({ said: [text] })
  if (type.startsWith('_')) return [text]
  return /email|^to$/.test(column) ? `${text}@planted.test` : text
}

/**
 * A canary in every personal column of the rows that are about a person, kept ones included.
 *
 * @returns the tables of which no row was the person's
 */
export const plantCanaries = async ({
  payload,
  person,
  lists,
}: {
  payload: Payload
  person: PersonRef
  lists: readonly ('erased' | 'name' | 'mentions' | 'kept')[]
}): Promise<string[]> => {
  const types = await wordyColumnsOf(payload)
  const empty: string[] = []
  for (const entry of registryOf(payload).personalData) {
    const condition = entry.of?.[person.kind]
    if (!condition) continue
    const columns = columnsIn({ entry, lists }).filter((column) =>
      types.get(entry.table)?.has(column),
    )
    const sets = columns.map((column, index) => `${quoted(column)} = $${index + 3}`)
    const [rows] = await belowTheRules({
      payload,
      statements: [
        {
          text:
            sets.length > 0
              ? `update ${quoted(entry.table)} t set ${sets.join(', ')}
                  from (select $1::uuid as person, $2::text[] as known) given where ${condition}`
              : `select 1 from ${quoted(entry.table)} t,
                  (select $1::uuid as person, $2::text[] as known) given where ${condition}`,
          values: [
            person.id,
            await knownBy({ payload, person }),
            ...columns.map((column) =>
              valueFor({
                table: entry.table,
                column,
                type: types.get(entry.table)?.get(column) ?? 'text',
              }),
            ),
          ],
        },
      ],
    })
    if (!rows) empty.push(entry.table)
  }
  return empty
}

export const columnsIn = ({
  entry,
  lists,
}: {
  entry: PersonalTable
  lists: readonly ('erased' | 'name' | 'mentions' | 'kept')[]
}): string[] =>
  lists.flatMap((list) => {
    if (list === 'kept') return [...(entry.kept ?? [])]
    // What leads from other tables to the person was planted before and stays.
    const leads = [...(isRoot(entry) ? (entry.identifies ?? []) : []), 'to', 'key', 'address']
    return Object.keys(entry[list] ?? {}).filter((column) => !leads.includes(column))
  })

const isRoot = ({ table }: PersonalTable): boolean =>
  table === 'candidates' || table === 'client_contacts'

const knownBy = async ({
  payload,
  person,
}: {
  payload: Payload
  person: PersonRef
}): Promise<string[]> => {
  const table = person.kind === 'candidate' ? 'candidates' : 'client_contacts'
  const { rows } = await poolOf(payload).query<{ email: string | null }>(
    `select email from ${table} where id = $1`,
    [person.id],
  )
  return rows.flatMap(({ email }) => (email ? [email.toLowerCase()] : []))
}

/** Where in the whole database a text still stands: tables of the product and of the queue. */
export const tablesWith = async ({
  payload,
  text,
}: {
  payload: Payload
  text: string
}): Promise<string[]> => {
  const pool = poolOf(payload)
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition
      order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const hit = await pool.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [
      `%${text}%`,
    ])
    if ((hit.rowCount ?? 0) > 0) found.push(name.replace('public.', ''))
  }
  return found
}
