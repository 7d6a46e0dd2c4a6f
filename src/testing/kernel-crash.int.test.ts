import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { getPayload, type Payload } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { inOwnTransaction, poolOf, requestFor, sqlOf } from '#plugins/kernel'
import { startPostgres } from '../bin/postgres.mjs'
import { runningPostmaster } from '../bin/postgres/postmaster.mjs'
import { startThrowawayPostgres } from '../bin/throwaway-postgres.mjs'
import { testEnv } from './database'
import { endChildren, startChild, until, type Child } from './kernel/children'
import { startProxy } from './kernel/proxy'
import { restOf } from './kernel/rest'
import { typescriptFile } from '../bin/steps/programs.mjs'

/** What a database whose word counts after a crash is set to. */
const durable = { fsync: 'on', full_page_writes: 'on' }

let postgres: Awaited<ReturnType<typeof startThrowawayPostgres>>
let proxy: Awaited<ReturnType<typeof startProxy>>
let databaseUrl: string
let payload: Payload | undefined
const children: Child[] = []

beforeAll(async () => {
  postgres = await startThrowawayPostgres({ settings: durable })
  proxy = await startProxy(postgres.port)
  const url = new URL(postgres.url)
  url.port = String(proxy.port)
  databaseUrl = url.href
  Object.assign(process.env, testEnv({ databaseUrl }), { DATABASE_POOL: '1' })
  const migrated = spawnSync(
    process.execPath,
    typescriptFile({ root: process.cwd(), file: 'src/bin/migrate.ts' }),
    {
      // Straight to the server: the proxy lives in this process, which waits here.
      env: { ...process.env, DATABASE_URL: postgres.url, DATABASE_POOL: '4' },
      encoding: 'utf8',
    },
  )
  if (migrated.status !== 0)
    throw new Error(
      `The migration ended with ${migrated.status ?? migrated.signal}:\n${migrated.stdout}\n${migrated.stderr}`,
      { cause: migrated.error },
    )
  const { default: config } = await import('../../payload.config')
  payload = await getPayload({ config, disableOnInit: true })
}, 240_000)

afterAll(async () => {
  await endChildren(children)
  if (payload) {
    const pool = poolOf(payload)
    await payload.destroy()
    if (!pool.ended) await pool.end()
  }
  await proxy.stop()
  await postgres.stop()
})

const product = (): Payload => {
  if (!payload) throw new Error('The product has not started.')
  return payload
}

const createRole = async (name: string) =>
  await product().create({
    collection: 'roles',
    data: { key: randomUUID(), name, permissions: [] },
    overrideAccess: true,
  })

/** On a connection that does not pass through the product. */
const direct = async (text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows
  } finally {
    await client.end()
  }
}

const health = async () => await restOf(product())({ method: 'GET', path: '/health' })

describe('a pool of one connection', () => {
  it('is enough, one change after the other and many at once', async () => {
    await createRole('first')
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => await createRole(`at once ${index}`)),
    )
    expect(poolOf(product()).totalCount).toBe(1)
    expect(poolOf(product()).idleCount).toBe(1)
  })

  it('takes a new connection when its only one was cut', async () => {
    await direct(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    const tries = async (): Promise<string> => {
      try {
        return String((await createRole('after the cut')).id)
      } catch (error) {
        if (error instanceof Error) return error.name
        throw error
      }
    }
    // The first may still meet the dead connection and must then say so; the next one works.
    const first = await tries()
    const second = await tries()
    const rows = await direct(`select id from roles where name = 'after the cut'`)
    const stored = rows.map(({ id }) => id)
    expect(stored).toContain(second)
    expect(stored.includes(first)).toBe(/^[0-9a-f-]{36}$/.test(first))
  })
})

describe('a slow network', () => {
  it('does not hide that a transaction had failed before its COMMIT', async () => {
    proxy.delayReady(true)
    try {
      const req = await requestFor({
        payload: product(),
        actor: { kind: 'system', id: 'test' },
      })
      const commit = inOwnTransaction({
        req,
        run: async () => {
          const sql = sqlOf(req)
          await sql.run({ text: `insert into counters values ('lost', 1)` })
          await expect(sql.run({ text: 'select 1 / 0' })).rejects.toThrow('division by zero')
        },
      })
      await expect(commit).rejects.toThrow('had failed before COMMIT')
    } finally {
      proxy.delayReady(false)
    }
    expect(await direct(`select 1 from counters where name = 'lost'`)).toEqual([])
    await createRole('after the slow one')
  })
})

describe('a database that is killed under load', () => {
  it('keeps every acknowledged write, is reported by /api/health and served again by itself', async () => {
    expect((await health()).status).toBe(200)
    children.push(
      await startChild({ file: 'writer-child.ts', databaseUrl, env: { DATABASE_POOL: '4' } }),
      await startChild({ file: 'writer-child.ts', databaseUrl, env: { DATABASE_POOL: '4' } }),
    )
    const written = () =>
      children.flatMap(({ messages }) =>
        messages.flatMap((message) => {
          const said = z.object({ written: z.string() }).safeParse(message)
          return said.success ? [said.data.written] : []
        }),
      )
    await until({ what: '100 rows are written', is: () => written().length >= 100, everyMs: 5 })
    const server = runningPostmaster({ data: postgres.data })
    if (!server) throw new Error('The server does not run.')
    process.kill(server.pid, 'SIGKILL')
    await until({
      what: '/api/health says 503',
      is: async () => (await health()).status === 503,
    })
    const beforeRestart = written().length
    const again = await startPostgres({ home: postgres.home, settings: durable })
    proxy.lead(again.port)
    await until({
      what: 'both writers write again',
      is: () => written().length >= beforeRestart + 40,
      // Generous: a busy machine is no failure.
      limitMs: 120_000,
      everyMs: 20,
    })
    await until({ what: '/api/health says 200', is: async () => (await health()).status === 200 })
    for (const { process: child } of children) {
      const exited = once(child, 'exit')
      child.send('stop')
      await exited
    }
    const acknowledged = written()
    const rows = await direct('select id from roles where id = any($1)', [acknowledged])
    expect(rows).toHaveLength(acknowledged.length)
    // None of the writers fell over.
    expect(children.map(({ process: child }) => child.exitCode)).toEqual([0, 0])
    await createRole('after the restart')
  }, 240_000)
})
