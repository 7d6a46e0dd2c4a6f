import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  drainJobs,
  enqueue,
  inOwnTransaction,
  poolOf,
  registryOf,
  runParsed,
  sqlOutside,
} from '#plugins/kernel'
import { restOf } from '../../src/testing/kernel/rest'
import { startWithTestJobs } from '../../src/testing/kernel/start'
import type { TestApp } from '../../src/testing/harness'
import { machineRoom } from './queries/machine-room'

let app: TestApp

beforeAll(async () => {
  app = await startWithTestJobs()
})
afterAll(async () => await app.stop())

const poison = 'poison-job'

/** A job that has used all its tries. */
const failedJob = async (): Promise<string> => {
  const name = randomUUID()
  const req = await app.systemRequest()
  const id = await inOwnTransaction({
    req,
    run: async () => await enqueue({ req, queue: poison, data: { isPoison: true, name } }),
  })
  await sqlOutside(app.payload).run({
    text: 'update pgboss.job set retry_limit = 0 where id = $1',
    values: [id],
  })
  expect(await drainJobs({ payload: app.payload })).toHaveLength(1)
  return id
}

const stateOf = async (id: string): Promise<string | null> => {
  const row = await sqlOutside(app.payload).first({
    schema: z.object({ state: z.string() }),
    text: 'select state::text from pgboss.job where id = $1',
    values: [id],
  })
  return row?.state ?? null
}

const call = async ({
  name,
  input,
  permissions = ['settings.write'],
}: {
  name: string
  input: unknown
  permissions?: readonly string[]
}) => {
  const command = registryOf(app.payload).commands.get(name)
  if (!command) throw new Error(`There is no command ${name}.`)
  return await runParsed({ command, req: await app.staffRequest({ permissions }), input })
}

const look = async (permissions: readonly string[] = ['settings.write', 'mail.read']) => {
  const state = await machineRoom({ req: await app.staffRequest({ permissions }) })
  if (!state.ok) throw new Error(state.failure.message)
  return state.value
}

const toldAbout = async (subjectId: string) =>
  await sqlOutside(app.payload).rows({
    schema: z.object({ name: z.string(), actor_kind: z.string() }),
    text: 'select name, actor_kind from domain_events where subject_id = $1 order by at',
    values: [subjectId],
  })

describe('the machine room', () => {
  it('shows a failed job with its reason, and its queue with the count', async () => {
    const id = await failedJob()
    const { failedJobs, failedJobsTotal, queues, workers, checks } = await look()
    expect(failedJobs.find((job) => job.id === id)).toMatchObject({
      queue: poison,
      message: 'This job cannot be done.',
      tries: 1,
    })
    expect(failedJobsTotal).toBe(1)
    expect(queues.find(({ name }) => name === poison)).toMatchObject({ failed: 1, waiting: 0 })
    expect(queues.find(({ name }) => name === 'send-mail')).toMatchObject({ failed: 0 })
    expect(workers).toEqual([])
    expect(checks.map(({ key, tone }) => [key, tone])).toEqual(
      expect.arrayContaining([
        ['database', 'good'],
        ['workers', 'bad'],
        ['mail-server', 'warn'],
      ]),
    )
  })

  it('tells which record an event’s job was about, and after which event', async () => {
    const candidate = randomUUID()
    const { rows } = await poolOf(app.payload).query<{ id: string }>(
      `insert into domain_events (name, subject_type, subject_id, actor_kind)
       values ('candidate.created', 'candidate', $1, 'system') returning id`,
      [candidate],
    )
    await poolOf(app.payload).query(
      `insert into pgboss.job (name, data, state, completed_on, output)
       values ($1, $2, 'failed', now(), $3)`,
      [poison, { eventId: rows[0]?.id }, { value: { message: 'It took too long.' } }],
    )
    const { failedJobs } = await look()
    expect(failedJobs[0]).toMatchObject({
      message: 'It took too long.',
      event: 'candidate.created',
      about: { label: 'Candidate', href: `/admin/collections/candidates/${candidate}` },
    })
    await poolOf(app.payload).query(`delete from pgboss.job where state = 'failed'`)
  })

  it('is closed to everybody who does not look after the installation', async () => {
    for (const permissions of [[], ['mail.read', 'activity.read']]) {
      const state = await machineRoom({ req: await app.staffRequest({ permissions }) })
      expect(state).toMatchObject({ ok: false, failure: { kind: 'right' } })
    }
    const anonymous = await restOf(app.payload)({ method: 'GET', path: '/system' })
    expect(anonymous.status).toBe(403)
    expect((await look(['settings.write'])).mails).toBeNull()
  })
})

describe('a failed job', () => {
  it('is tried once more at once, and stays failed when the reason stays', async () => {
    const id = await failedJob()
    expect(await call({ name: 'retry-job', input: { queue: poison, jobId: id } })).toMatchObject({
      ok: true,
    })
    expect(await stateOf(id)).toBe('retry')
    expect(await drainJobs({ payload: app.payload })).toHaveLength(1)
    expect(await stateOf(id)).toBe('failed')
    expect(await toldAbout(id)).toEqual([{ name: 'job.retried', actor_kind: 'staff' }])
    await call({ name: 'discard-job', input: { queue: poison, jobId: id } })
  })

  it('is retried or discarded only while it is failed, and only where it is', async () => {
    const id = await failedJob()
    const both = await Promise.all([
      call({ name: 'retry-job', input: { queue: poison, jobId: id } }),
      call({ name: 'discard-job', input: { queue: poison, jobId: id } }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    for (const name of ['retry-job', 'discard-job']) {
      expect(await call({ name, input: { queue: 'send-mail', jobId: id } })).toMatchObject({
        failure: { kind: 'missing' },
      })
      expect(await call({ name, input: { queue: poison, jobId: 'none' } })).toMatchObject({
        failure: { kind: 'input', fields: { jobId: 'Choose a job.' } },
      })
      expect(
        await call({ name, input: { queue: poison, jobId: id }, permissions: ['mail.read'] }),
      ).toMatchObject({ failure: { kind: 'right' } })
    }
    await drainJobs({ payload: app.payload })
    await poolOf(app.payload).query(`delete from pgboss.job where state = 'failed'`)
  })

  it('is gone when it is discarded, and the audit says who decided', async () => {
    const id = await failedJob()
    expect(await call({ name: 'discard-job', input: { queue: poison, jobId: id } })).toMatchObject({
      ok: true,
    })
    expect(await stateOf(id)).toBeNull()
    expect(await toldAbout(id)).toEqual([{ name: 'job.discarded', actor_kind: 'staff' }])
    expect(await call({ name: 'retry-job', input: { queue: poison, jobId: id } })).toMatchObject({
      failure: { kind: 'missing' },
    })
  })

  it('comes back together with all others of its queue', async () => {
    const ids = [await failedJob(), await failedJob()]
    const again = await call({ name: 'retry-failed-jobs', input: { queue: poison } })
    expect(again).toMatchObject({ ok: true, value: { jobs: 2 } })
    expect(await Promise.all(ids.map(stateOf))).toEqual(['retry', 'retry'])
    expect(await call({ name: 'retry-failed-jobs', input: { queue: poison } })).toMatchObject({
      failure: { code: 'no-failed-jobs' },
    })
  })
})
