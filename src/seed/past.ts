import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { poolOf } from '#plugins/kernel'
import { epochMsOf, instantAt, type Instant } from '#plugins/kernel/domain'

/** A stretch of real time in which one scene of the story was played, and when it is to have been. */
export type Scene = { from: Instant; until: Instant; happenedAt: Instant }

/**
 * Moves everything that was written during the scenes back to when they are to have happened: every
 * moment in the database that lies in a scene, in whatever table, goes back by the same stretch.
 * What was set to a day of its own stays. Only the seed may do this, before anything is sealed: the
 * guards of frozen and append-only tables rest for one transaction.
 */
export const moveIntoPast = async ({
  payload,
  scenes,
}: {
  payload: Payload
  scenes: readonly Scene[]
}): Promise<void> => {
  await inTransaction({
    payload,
    run: async (client) => {
      await keepScenes({ client, scenes })
      await moveDeadlines(client)
      for (const [table, names] of await momentsOf(client))
        await moveTable({ client, table, names })
    },
  })
}

/** Puts an invoice on an earlier day, before it is printed and sent. */
export const redateInvoice = async ({
  payload,
  invoiceId,
  days,
}: {
  payload: Payload
  invoiceId: string
  days: number
}): Promise<void> => {
  await inTransaction({
    payload,
    run: async (client) =>
      await withoutGuards({
        client,
        table: 'invoices',
        run: async () => {
          const { rowCount } = await client.query(
            `update invoices set issue_on = to_char(issue_on::date - $2::int, 'YYYY-MM-DD'),
                due_on = to_char(due_on::date - $2::int, 'YYYY-MM-DD'),
                issued_at = issued_at - make_interval(days => $2)
              where id = $1 and state = 'issued'`,
            [invoiceId, days],
          )
          if (rowCount !== 1) throw new Error(`The invoice ${invoiceId} is not issued.`)
        },
      }),
  })
}

const inTransaction = async ({
  payload,
  run,
}: {
  payload: Payload
  run: (client: PoolClient) => Promise<void>
}): Promise<void> => {
  const client = await poolOf(payload).connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await run(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** The triggers that keep a table as it is rest for one statement of this transaction. */
export const withoutGuards = async <Value>({
  client,
  table,
  run,
}: {
  client: PoolClient
  table: string
  run: () => Promise<Value>
}): Promise<Value> => {
  await client.query(`alter table "${table}" disable trigger user`)
  const value = await run()
  await client.query(`alter table "${table}" enable trigger user`)
  return value
}

const keepScenes = async ({
  client,
  scenes,
}: {
  client: PoolClient
  scenes: readonly Scene[]
}): Promise<void> => {
  await client.query(
    `create temporary table scenes (from_at timestamptz, until_at timestamptz, back interval) on commit drop`,
  )
  await client.query(
    `insert into scenes select * from unnest($1::timestamptz[], $2::timestamptz[], $3::interval[])`,
    [
      scenes.map(({ from }) => from),
      scenes.map(({ until }) => until),
      scenes.map(({ until, happenedAt }) => `${epochMsOf(until) - epochMsOf(happenedAt)} ms`),
    ],
  )
}

/** How long an offer was open is counted from the day on which it was made. */
const moveDeadlines = async (client: PoolClient): Promise<void> => {
  await client.query(
    `update offers o set expires_at = o.expires_at - s.back from scenes s
      where o.extended_at >= s.from_at and o.extended_at < s.until_at`,
  )
}

/** What belongs to the machinery and not to the story. */
const machinery = [
  'command_keys',
  'event_seals',
  'payload_migrations',
  'rate_limits',
  'worker_heartbeats',
]

const momentsOf = async (client: PoolClient): Promise<Map<string, string[]>> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and a.atttypid = 'timestamptz'::regtype
        and a.attgenerated = '' and c.relname <> all($1)
      group by c.relname order by c.relname`,
    [machinery],
  )
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

const moveTable = async ({
  client,
  table,
  names,
}: {
  client: PoolClient
  table: string
  names: readonly string[]
}): Promise<void> => {
  await withoutGuards({
    client,
    table,
    run: async () => {
      for (const name of names)
        await client.query(
          `update "${table}" t set "${name}" = t."${name}" - s.back from scenes s
            where t."${name}" >= s.from_at and t."${name}" < s.until_at`,
        )
    },
  })
}

/** One moment before another: the scenes of a story touch, but do not overlap. */
export const scenesFrom = ({
  cuts,
  end,
}: {
  /** When each scene began, and when it is to have happened. */
  cuts: readonly { at: Instant; happenedAt: Instant }[]
  end: Instant
}): Scene[] =>
  cuts.map(({ at, happenedAt }, index) => ({
    from: at,
    until: cuts[index + 1]?.at ?? instantAt(epochMsOf(end) + 1),
    happenedAt,
  }))
