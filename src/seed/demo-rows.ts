import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { poolOf } from '#plugins/kernel'

/**
 * A table with the expression of its key as text, over the row `t`. The key is what the demo remembers a
 * row by.
 */
export type KeyedTable = { name: string; key: string }

/** What is no part of the story: the machinery's own tables, and what belongs to a browser. */
const machinery = [
  'demo_rows',
  'domain_event_personal',
  'event_seals',
  'payload_jobs',
  'payload_kv',
  'payload_locked_documents',
  'payload_locked_documents_rels',
  'payload_migrations',
  'payload_preferences',
  'payload_preferences_rels',
  'portal_accounts_sessions',
  'rate_limits',
  'users_sessions',
  'worker_heartbeats',
]

/** A row as it is now. Empty columns do not count, so that a later version may add some. */
export const fingerprint = `md5(jsonb_strip_nulls(to_jsonb(t))::text)`

/**
 * Plays something into the database and remembers every row that came of it, with its fingerprint: what
 * was there before is nobody's demo.
 */
export const rememberDemo = async <Value>({
  payload,
  play,
}: {
  payload: Payload
  play: () => Promise<Value>
}): Promise<Value> => {
  await inOneGo({
    payload,
    run: async (client) => {
      await client.query('delete from demo_rows')
      await keepRows({ client })
    },
  })
  const value = await play()
  await inOneGo({
    payload,
    run: async (client) => {
      await client.query(
        'create temporary table ground on commit drop as select table_name, row_key from demo_rows',
      )
      await client.query('delete from demo_rows')
      await keepRows({ client })
      await client.query(
        `delete from demo_rows d using ground g
          where g.table_name = d.table_name and g.row_key = d.row_key`,
      )
    },
  })
  return value
}

/** Every table that may hold rows of the demo. */
export const storyTables = async (client: PoolClient): Promise<KeyedTable[]> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) as columns
      from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey::int2[])
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> all($1)
      group by c.relname order by c.relname`,
    [machinery],
  )
  return rows.map(({ name, columns }) => ({
    name,
    // A moment in a key is written in the zone of the session, which is set below.
    key: columns.map((column) => `t."${column}"::text`).join(` || '|' || `),
  }))
}

/** One transaction, with moments written in UTC. */
export const inOneGo = async <Value>({
  payload,
  run,
}: {
  payload: Payload
  run: (client: PoolClient) => Promise<Value>
}): Promise<Value> => {
  const client = await poolOf(payload).connect()
  try {
    await client.query('begin')
    await client.query(`set local timezone = 'UTC'`)
    await client.query('set local statement_timeout = 0')
    const value = await run(client)
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const keepRows = async ({ client }: { client: PoolClient }): Promise<void> => {
  for (const { name, key } of await storyTables(client))
    await client.query(
      `insert into demo_rows (table_name, row_key, fingerprint)
        select $1, ${key}, ${fingerprint} from "${name}" t`,
      [name],
    )
}
