import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'
import { getPayload, type Payload } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { poolOf } from '#plugins/kernel'
import { migrations } from '../../migrations'
import { createDatabase, dropDatabase, testEnv } from './database'

/** The last migration of the version before: what came later meets a database in use. */
const released = '20261122_000360_site'

const releasedCount = migrations.findIndex(({ name }) => name === released) + 1
const older = migrations.slice(0, releasedCount)
const newer = migrations.slice(releasedCount)

const name = `placewright_${randomBytes(6).toString('hex')}`
let payload: Payload
let databaseUrl: string

beforeAll(async () => {
  databaseUrl = await createDatabase({ adminUrl: inject('databaseAdminUrl'), name })
  Object.assign(process.env, testEnv({ databaseUrl }))
  const { default: config } = await import('../../payload.config')
  payload = await getPayload({ config, disableOnInit: true })
  await migrate(older)
  for (const statement of filling) await poolOf(payload).query(statement)
}, 240_000)

afterAll(async () => {
  const pool = poolOf(payload)
  await payload.destroy()
  if (!pool.ended) await pool.end()
  await dropDatabase({ adminUrl: inject('databaseAdminUrl'), name })
})

/** Payload's type says that a migration takes anything; ours say what they are given. */
const migrate = async (given: typeof migrations): Promise<void> => {
  await payload.db.migrate({ migrations: given as never })
}

/** An agency some years old, in the tables that grow; written by the columns of the version before. */
const filling = [
  `insert into users (id, name, email) values (uuid_v7(), 'Owner', 'owner@agency.test')`,
  `insert into roles (id, key, name, permissions) values
    (uuid_v7(), 'admin', 'Administrator', '["staff.write"]'),
    (uuid_v7(), 'desk', 'Desk', '["candidates.read"]')`,
  `insert into client_corporations (id, name)
    select uuid_v7(), 'Client ' || n from generate_series(1, 500) n`,
  `insert into candidates (id, first_name, last_name, name, email, email_normalised, headline)
    select uuid_v7(), 'Person', n::text, 'Person ' || n, n || '@people.test', n || '@people.test',
      repeat('Forklift driver ', 8)
    from generate_series(1, 20000) n`,
  `insert into candidates_texts ("order", parent_id, path, text)
    select place, id, 'skills', 'driving' from candidates cross join generate_series(1, 3) place`,
  `insert into job_orders (id, title, client_id, employment_type, owner_id)
    select uuid_v7(), 'Welder', id, 'temp', (select id from users) from client_corporations`,
  `insert into submissions (id, job_order_id, candidate_id, client_id)
    select uuid_v7(), o.id, c.id, o.client_id
    from (select id, row_number() over () as n from candidates) c
    join (select id, client_id, row_number() over () as n from job_orders) o on o.n = 1 + c.n % 500`,
  `insert into domain_events (name, subject_type, subject_id, actor_kind, changes)
    select 'candidate.created', 'candidate', id::text, 'system', '{"firstName": [null, null]}'
    from candidates`,
  'analyze',
]

/** What the version before does all day, each with the patience of a second for a lock. */
const startProbes = async (tables: readonly string[]) => {
  const stop = new AbortController()
  const faults: string[] = []
  let rounds = 0
  const probe = async (statements: readonly string[]) => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(`set lock_timeout = '1s'`)
    while (!stop.signal.aborted) {
      for (const statement of statements)
        await client.query(statement).catch((error: unknown) => {
          faults.push(`${statement}: ${error instanceof Error ? error.message : String(error)}`)
        })
      rounds += 1
      await wait(5)
    }
    await client.end()
  }
  const appendOnly = ['domain_events', 'event_seals']
  const probes = Promise.all([
    probe(tables.map((table) => `select * from "${table}" limit 1`)),
    probe(
      tables
        .filter((table) => !appendOnly.includes(table))
        .map((table) => `delete from "${table}" where false`),
    ),
    probe([
      `insert into candidates (id, first_name, last_name) values (uuid_v7(), 'New', 'Person')`,
      `update candidates set headline = 'Changed' where id = (select id from candidates limit 1)`,
      `update job_orders set title = 'Changed' where id = (select id from job_orders limit 1)`,
      `update users set name = 'Changed'`,
      `insert into domain_events (name, subject_type, subject_id, actor_kind)
        values ('candidate.created', 'candidate', 'new', 'system')`,
    ]),
  ])
  return {
    rounds: () => rounds,
    stop: async () => {
      stop.abort()
      await probes
      return faults
    },
  }
}

const tablesNow = async (): Promise<string[]> => {
  const { rows } = await poolOf(payload).query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  )
  return rows.map((row) => row.name)
}

const probed = async (given: typeof migrations): Promise<string[]> => {
  const probes = await startProbes(await tablesNow())
  await migrate(given)
  const during = probes.rounds()
  // The version before goes on for a while on what the new one has made of its tables.
  while (probes.rounds() < during + 6) await wait(5)
  return await probes.stop()
}

describe('the migrations since the version before', () => {
  it('keep nobody who works waiting for a second, and take nothing from the version before', async () => {
    expect(releasedCount).toBeGreaterThan(0)
    expect(newer.length).toBeGreaterThan(0)
    let given = older
    for (const migration of newer) {
      given = [...given, migration]
      expect([migration.name, await probed(given)]).toEqual([migration.name, []])
    }
  }, 120_000)

  it('leave nobody out of the search, whether they were there before or came meanwhile', async () => {
    const { rows } = await poolOf(payload).query(
      `select c.id from candidates c
        full join (select * from search_entries where kind = 'candidate') e on e.record_id = c.id
        where c.id is null or e.record_id is null
          or e.folded not like '%' || lower(c.headline) || '%' limit 5`,
    )
    expect(rows).toEqual([])
  })

  it('give the administrator the right over personal data, once, and nobody else', async () => {
    const { rows } = await poolOf(payload).query<{ key: string; times: number }>(
      `select r.key, count(p)::int as times from roles r
        left join jsonb_array_elements_text(r.permissions) p on p = 'privacy.manage'
        group by r.key order by r.key`,
    )
    expect(rows).toEqual([
      { key: 'admin', times: 1 },
      { key: 'desk', times: 0 },
    ])
  })

  it('would be found out if one held a lock for longer', async () => {
    const slow = {
      name: '20991231_235959_slow',
      up: async ({ db }: MigrateUpArgs) => {
        await db.execute(sql.raw('alter table candidates add column shoe_size integer'))
        await db.execute(sql.raw('select pg_sleep(1.5)'))
      },
      down: async () => await Promise.resolve(),
    }
    const faults = await probed([...migrations, slow])
    expect(faults.join('\n')).toContain('lock timeout')
  }, 120_000)
})
