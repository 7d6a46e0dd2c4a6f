import { setTimeout as wait } from 'node:timers/promises'
import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'
import pg from 'pg'

/**
 * Puts in the candidates who were there before the triggers, in batches that each commit. A candidate
 * whom somebody is just changing is left for the next round. Safe to run again.
 */
export async function up({ db, payload }: MigrateUpArgs): Promise<void> {
  // On a connection of its own: the transaction of the migration would hold all of it to the end.
  const client = new pg.Client(payload.db.pool.options)
  await client.connect()
  try {
    for (let round = 0; ; round += 1) {
      let after: string | null = '00000000-0000-0000-0000-000000000000'
      while (after !== null) {
        const { rows }: pg.QueryResult<{ last: string | null }> = await client.query(
          batch({ after, isPatient: round >= hurriedRounds }),
        )
        after = rows[0]?.last ?? null
        // A word now and then: a transaction that rests too long is ended.
        await db.execute(sql.raw('select 1'))
      }
      const { rowCount } = await client.query(`select from candidates c where ${isMissing} limit 1`)
      if (rowCount === 0) return
      await wait(200)
    }
  } finally {
    await client.end()
  }
}

const batchSize = 200

/** From then on a candidate who is being changed is waited for. */
const hurriedRounds = 20

/** As a value, not as a join: the planner would read all candidates anew for each batch. */
const isMissing = `(select true from searchable_candidates s where s.id = c.id)
  and not exists (select from candidate_search s where s.candidate_id = c.id)`

const batch = ({ after, isPatient }: { after: string; isPatient: boolean }): string =>
  `with span as materialized (
    select id from candidates where id > '${after}' order by id limit ${batchSize}
  ), missing as materialized (
    select c.id from candidates c where c.id = any(array(select id from span)) and ${isMissing}
    order by c.id for share of c ${isPatient ? '' : 'skip locked'}
  )
  select (select id::text from span order by id desc limit 1) as last,
    candidate_search_refresh(array(select id from missing), '{}') is null as is_done`

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('truncate candidate_search'))
}
