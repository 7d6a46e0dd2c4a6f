import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { enqueue, inOwnTransaction, poolOf, wholeNumber } from '#plugins/kernel'
import type { TestApp } from './harness'
import { endChildren, startChild, until, type Child } from './kernel/children'
import { startWithTestJobs } from './kernel/start'

const workers = 4
const jobs = 1_000

let app: TestApp
const children: Child[] = []

const startWorker = async (): Promise<Child> => {
  const child = await startChild({ file: 'worker-child.ts', databaseUrl: app.databaseUrl })
  children.push(child)
  return child
}

beforeAll(async () => {
  app = await startWithTestJobs()
  for (let started = 0; started < workers; started += 2)
    await Promise.all([startWorker(), startWorker()])
}, 180_000)

afterEach(() => {
  for (const { process: child } of children) if (child.exitCode === null) child.kill('SIGCONT')
})

afterAll(async () => {
  await endChildren(children)
  await app.stop()
})

const effect = z.object({ what: z.string(), pid: wholeNumber })

const effects = async (pattern: string) => {
  const { rows } = await poolOf(app.payload).query(
    'select what, pid from test_effects where what like $1 order by id',
    [pattern],
  )
  return z.array(effect).parse(rows)
}

const send = async ({ queue, data }: { queue: string; data: readonly object[] }) => {
  const req = await app.systemRequest()
  await inOwnTransaction({
    req,
    run: async () => {
      for (const one of data) await enqueue({ req, queue, data: one })
    },
  })
}

const statesOf = async (queue: string): Promise<string[]> => {
  const { rows } = await poolOf(app.payload).query<{ state: string }>(
    'select distinct state::text from pgboss.job where name = $1',
    [queue],
  )
  return rows.map(({ state }) => state)
}

const childOf = (pid: number | undefined): Child => {
  const child = children.find((candidate) => candidate.pid === pid)
  if (!child) throw new Error(`No worker has the process id ${pid}.`)
  return child
}

describe('several workers', () => {
  it('do each of many jobs exactly once, and every one has its share', async () => {
    const { rows } = await poolOf(app.payload).query<{ id: string }>(
      `insert into domain_events (name, subject_type, subject_id, actor_kind)
       select 'note.written', 'note', n::text, 'system' from generate_series(1, $1) n returning id`,
      [jobs],
    )
    await send({ queue: 'count-note', data: rows.map(({ id }) => ({ eventId: id })) })
    const started = Date.now()
    await until({
      what: `all ${jobs} jobs are done`,
      is: async () => (await statesOf('count-note')).every((state) => state === 'completed'),
      limitMs: 90_000,
      everyMs: 250,
    })
    process.stdout.write(`${jobs} jobs by ${workers} workers in ${Date.now() - started} ms\n`)
    const counted = await effects('counted %')
    expect(counted).toHaveLength(jobs)
    expect(new Set(counted.map(({ what }) => what)).size).toBe(jobs)
    expect(new Set(counted.map(({ pid }) => pid)).size).toBe(workers)
  }, 120_000)

  it('end a job that cannot be done as failed, and go on with the others', async () => {
    await send({
      queue: 'poison-job',
      data: [
        { isPoison: true, name: 'poison' },
        ...Array.from({ length: 5 }, (_, index) => ({ isPoison: false, name: `bread ${index}` })),
      ],
    })
    await until({
      what: 'the others are done',
      is: async () => (await effects('done bread %')).length === 5,
    })
    await until({
      what: 'the poison has ended',
      is: async () => (await statesOf('poison-job')).includes('failed'),
    })
    expect(await effects('tried poison')).toHaveLength(3)
  })

  it('take over the job of a worker that was killed', async () => {
    await send({ queue: 'slow-job', data: [{ name: 'orphan', where: 'before', waitMs: 60_000 }] })
    await until({
      what: 'it has begun',
      is: async () => (await effects('began orphan')).length > 0,
      everyMs: 20,
    })
    const [began] = await effects('began orphan')
    const dead = childOf(began?.pid)
    dead.process.kill('SIGKILL')
    await until({
      what: 'another has done it',
      is: async () => (await effects('done orphan')).length > 0,
    })
    const done = await effects('done orphan')
    expect(done).toHaveLength(1)
    expect(done[0]?.pid).not.toBe(dead.pid)
    children.splice(children.indexOf(dead), 1)
  })

  it.each(['before', 'inside'] as const)(
    'let a worker that stood still beyond its lease (%s its transaction) write nothing more',
    async (where) => {
      const name = `frozen ${where}`
      const ear = new pg.Client({ connectionString: app.databaseUrl })
      await ear.connect()
      // The notification of an open transaction is not heard; its session is seen waiting instead.
      const begun = async (): Promise<number | undefined> => {
        if (where === 'before') return (await effects(`began ${name}`))[0]?.pid
        const { rows } = await ear.query<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity
           where datname = current_database() and state = 'idle in transaction'
             and query like '%test_inside%'`,
        )
        return rows[0]?.n === 1 ? -1 : undefined
      }
      await send({ queue: 'slow-job', data: [{ name, where, waitMs: 1_000 }] })
      let pid: number | undefined
      await until({
        what: 'it has begun',
        is: async () => {
          pid = await begun()
          return pid !== undefined
        },
        everyMs: 10,
      })
      // Inside the transaction nobody can tell which worker it is, so all but a new one stand still.
      const frozen = pid === -1 ? [...children] : [childOf(pid)]
      for (const { process: child } of frozen) child.kill('SIGSTOP')
      if (pid === -1) await startWorker()
      await until({
        what: 'another has done it',
        is: async () => (await effects(`done ${name}`)).length > 0,
        limitMs: 40_000,
      })
      for (const { process: child } of frozen) child.kill('SIGCONT')
      await until({
        what: 'the late one has noticed',
        is: async () => (await effects(`done ${name}`)).length >= 1 && (await quiet(ear)),
      })
      const done = await effects(`done ${name}`)
      expect(done).toHaveLength(1)
      expect(frozen.map((child) => child.pid)).not.toContain(done[0]?.pid)
      await ear.end()
    },
    90_000,
  )
})

/** No session of the product is at work for two seconds. */
const quiet = async (client: pg.Client): Promise<boolean> => {
  for (let look = 0; look < 10; look += 1) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state like '%in transaction%'`,
    )
    if (rows[0]?.n !== 0) return false
    await client.query('select pg_sleep(0.2)')
  }
  return true
}
