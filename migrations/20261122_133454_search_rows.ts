import { setTimeout as wait } from 'node:timers/promises'
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'
import pg from 'pg'

/**
 * Puts in what was there before the triggers, in batches that each commit, so that whoever edits one of
 * these records meanwhile waits for a batch at most. A record that somebody else is just changing is
 * left for the next round; rows that a trigger has put in are newer and stay. Safe to run again.
 */
export async function up({ db, payload }: MigrateUpArgs): Promise<void> {
  // On a connection of its own: the transaction of the migration would hold all of it to the end.
  const client = new pg.Client(payload.db.pool.options)
  await client.connect()
  try {
    for (const table of tables)
      await fill({
        client,
        table,
        // A word now and then: a transaction that rests too long is ended.
        goingOn: async () => {
          await db.execute(sql.raw('select 1'))
        },
      })
  } finally {
    await client.end()
  }
}

const fill = async ({
  client,
  table: [kind, table],
  goingOn,
}: {
  client: pg.Client
  table: (typeof tables)[number]
  goingOn: () => Promise<void>
}): Promise<void> => {
  for (let round = 0; ; round += 1) {
    let after: string | null = '00000000-0000-0000-0000-000000000000'
    while (after !== null) {
      const { rows }: pg.QueryResult<{ last: string | null }> = await client.query(
        batch({ kind, table, after, isPatient: round >= hurriedRounds }),
      )
      after = rows[0]?.last ?? null
      await goingOn()
    }
    const { rowCount } = await client.query(
      `select from ${table} r where ${isMissing(kind)} limit 1`,
    )
    if (rowCount === 0) return
    await wait(200)
  }
}

const batchSize = 200

/** From then on a record that is being changed is waited for. */
const hurriedRounds = 20

const tables = [
  ['candidate', 'candidates'],
  ['client-contact', 'client_contacts'],
  ['client', 'client_corporations'],
  ['job-order', 'job_orders'],
  ['order-request', 'order_requests'],
  ['placement', 'placements'],
  ['invoice', 'invoices'],
  ['timesheet', 'timesheets'],
] as const

const isMissing = (kind: string): string =>
  `to_jsonb(r) ->> 'deleted_at' is null
    and not exists (select from search_entries e where e.kind = '${kind}' and e.record_id = r.id)`

const batch = ({
  kind,
  table,
  after,
  isPatient,
}: {
  kind: string
  table: string
  after: string
  isPatient: boolean
}): string =>
  `with batch as materialized (
    select r.id, to_jsonb(r) as record from ${table} r
    where r.id > '${after}' and ${isMissing(kind)}
    order by r.id limit ${batchSize} for share of r ${isPatient ? '' : 'skip locked'}
  )
  select max(id::text) as last, count(search_put_row('${kind}', record) is null) from batch`

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('truncate search_entries'))
}
