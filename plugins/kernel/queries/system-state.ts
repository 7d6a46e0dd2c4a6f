import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { instant, sqlOutside, wholeNumber } from '../database/sql'
import { can } from '../domain/actor'
import { ok, refuseRight, type Result } from '../domain/result'
import { bossSchema } from '../jobs/boss'
import { registryOf, type SystemCheck } from '../registry/registry'
import { queueCounts, type QueueCounts } from './queue-counts'

/** The permission that looks after the machine room. */
export const systemPermission = 'settings.write'

/** A worker reports itself every five seconds; one that was silent for longer than this is gone. */
const silentSeconds = 20

const mostFailedJobs = 50

export type FailedJob = {
  id: string
  queue: string
  /** Of the last try. */
  message: string
  tries: number
  failedAt: string
  failedSecondsAgo: number
  /** The record the job was about, when it names one that staff can open. */
  about: { label: string; href: string } | null
  /** The event that a reaction answered. */
  event: string | null
}

export type SystemWorker = { id: string; seenSecondsAgo: number; isAlive: boolean }

export type SystemState = {
  /** By the clock of the database. */
  at: string
  checks: (Awaited<ReturnType<SystemCheck['read']>> & { key: string; label: string })[]
  queues: QueueCounts[]
  failedJobs: FailedJob[]
  failedJobsTotal: number
  workers: SystemWorker[]
}

/** What runs behind the product, for those who look after it: queues, failures, workers, checks. */
export const systemState = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<Result<SystemState>> => {
  if (!can({ actor: actorOf(req), permission: systemPermission })) return refuseRight()
  const { payload } = req
  const queues = await queueCounts(payload)
  const [clock, failedJobs, workers, checks] = [
    await sqlOutside(payload).first({
      schema: z.object({ at: instant }),
      text: `select date_trunc('milliseconds', now()) as at`,
    }),
    await failedJobsOf(payload),
    await workersOf(payload),
    await checksOf(payload),
  ]
  return ok({
    at: clock?.at ?? '',
    checks,
    queues,
    failedJobs,
    failedJobsTotal: queues.reduce((sum, { failed }) => sum + failed, 0),
    workers,
  })
}

const failedJobsOf = async (payload: Payload): Promise<FailedJob[]> => {
  const { subjects } = registryOf(payload)
  const rows = await sqlOutside(payload).rows({
    schema: failedRow,
    text: `with failed as (
        select id, name, data, retry_count, completed_on,
          coalesce(output ->> 'message', output -> 'value' ->> 'message') as message
        from ${bossSchema}.job where state = 'failed'
        order by completed_on desc limit ${mostFailedJobs}
      )
      select failed.*, extract(epoch from now() - completed_on) as seconds,
        event.name as event, event.subject_type, event.subject_id
      from failed left join domain_events event on event.id::text = failed.data ->> 'eventId'
      order by completed_on desc, failed.id`,
  })
  return rows.map((row) => {
    const subject = row.subject_type
      ? { kind: row.subject_type, id: row.subject_id ?? '' }
      : subjectIn(row.data)
    const kind = subject ? subjects.get(subject.kind) : undefined
    return {
      id: row.id,
      queue: row.name,
      message: row.message ?? 'No reason was left.',
      tries: row.retry_count + 1,
      failedAt: row.completed_on,
      failedSecondsAgo: Math.max(0, Math.round(row.seconds)),
      event: row.event,
      about:
        subject && kind
          ? { label: kind.label, href: `/admin/collections/${kind.collection}/${subject.id}` }
          : null,
    }
  })
}

const failedRow = z.object({
  id: z.string(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  retry_count: wholeNumber,
  completed_on: instant,
  message: z.string().nullable(),
  seconds: z.coerce.number(),
  event: z.string().nullable(),
  subject_type: z.string().nullable(),
  subject_id: z.string().nullable(),
})

/** A job that names one record by `<kind>Id` is about that record. */
const subjectIn = (data: Record<string, unknown> | null): { kind: string; id: string } | null => {
  const named = Object.entries(data ?? {}).flatMap(([key, value]) => {
    const kind = /^(\w+)Id$/.exec(key)?.[1]
    return kind && typeof value === 'string' ? [{ kind, id: value }] : []
  })
  return named.length === 1 ? (named[0] ?? null) : null
}

const workersOf = async (payload: Payload): Promise<SystemWorker[]> => {
  const rows = await sqlOutside(payload).rows({
    schema: z.object({ worker_id: z.string(), seconds: z.coerce.number() }),
    text: `select worker_id, extract(epoch from now() - seen_at) as seconds
      from worker_heartbeats order by seen_at desc limit 50`,
  })
  return rows.map(({ worker_id, seconds }) => ({
    id: worker_id,
    seenSecondsAgo: Math.max(0, Math.round(seconds)),
    isAlive: seconds <= silentSeconds,
  }))
}

const checksOf = async (payload: Payload): Promise<SystemState['checks']> => {
  const checks: SystemState['checks'] = []
  for (const { key, label, read } of registryOf(payload).checks)
    checks.push({ key, label, ...(await read({ payload, sql: sqlOutside(payload) })) })
  return checks
}
