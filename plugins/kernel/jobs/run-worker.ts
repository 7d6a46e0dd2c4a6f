import { hostname } from 'node:os'
import type { Payload } from 'payload'
import PgBoss from 'pg-boss'

import { sqlOutside } from '../database/sql'
import { allJobs } from './all-jobs'
import { attemptOf, LeaseLost, settleJob, type FetchedJob } from './attempt'
import { bossSchema } from './boss'
import type { AnyJob } from './define-job'
import { dueQueues } from './due-queues'
import { listen } from './listen'

export type Worker = { stop: () => Promise<void> }

/**
 * Runs the product's jobs until stopped. Any number of these may run; a job whose worker died is
 * given to another when its lease ends. Survives a restart of the database by itself.
 */
export const runWorker = async ({
  payload,
  databaseUrl,
  pollSeconds = 2,
}: {
  payload: Payload
  databaseUrl: string
  pollSeconds?: number
}): Promise<Worker> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: bossSchema,
    max: 4,
    maintenanceIntervalSeconds: 5,
    schedule: true,
    clockMonitorIntervalSeconds: 60,
    // What failed stays in sight until somebody has decided about it.
    archiveFailedAfterSeconds: 30 * 86_400,
    application_name: 'placewright-worker',
  })
  boss.on('error', (error) => {
    payload.logger.warn({ err: error, msg: 'The job queue reported an error' })
  })
  await boss.start()
  const jobs = allJobs(payload)
  for (const { name, cron } of jobs) if (cron) await boss.schedule(name, cron, {})
  const loops = new Map(jobs.map((job) => [job.name, queueLoop({ payload, boss, job })]))
  const wake = (queue: string) => loops.get(queue)?.wake()
  const watch = watchDue({ payload, pollSeconds, wake })
  const bell = listen({
    databaseUrl,
    payload,
    channel: 'placewright_jobs',
    hear: wake,
  })
  const heart = heartbeat({ payload })
  return {
    stop: async () => {
      clearInterval(heart)
      await Promise.all([watch, ...loops.values()].map(async (loop) => await loop.stop()))
      await bell.stop()
      await boss.stop({ graceful: false, wait: true, timeout: 5_000 })
    },
  }
}

/** `/api/health` tells by it whether a worker is alive. */
const heartbeat = ({ payload }: { payload: Payload }) => {
  const beat = () => {
    sqlOutside(payload)
      .run({
        text: `insert into worker_heartbeats (worker_id, seen_at) values ($1, now())
          on conflict (worker_id) do update set seen_at = now()`,
        // In containers every worker may have the same process id.
        values: [`${hostname()}:${process.pid}`],
      })
      .catch((error: unknown) => {
        payload.logger.warn({ err: error, msg: 'The worker could not report itself' })
      })
  }
  beat()
  return setInterval(beat, 5_000)
}

/**
 * Looks for what is due without having been told of: what was put off, was given back by a worker
 * that died, or came while nobody listened. One question for all queues.
 */
const watchDue = ({
  payload,
  pollSeconds,
  wake,
}: {
  payload: Payload
  pollSeconds: number
  wake: (queue: string) => void
}) => {
  let stopping = false
  const nap = pausing()
  const running = (async () => {
    while (!stopping) {
      try {
        for (const queue of await dueQueues(payload)) wake(queue)
      } catch (error) {
        payload.logger.warn({ err: error, msg: 'Due jobs could not be looked for; trying again' })
      }
      await nap.pause(pollSeconds * 1_000 * (0.75 + fraction() / 2))
    }
  })()
  return {
    stop: async () => {
      stopping = true
      nap.ring()
      await running
    },
  }
}

/** Does the jobs of one queue, one after the other, each time it is woken. */
const queueLoop = ({ payload, boss, job }: { payload: Payload; boss: PgBoss; job: AnyJob }) => {
  let stopping = false
  const nap = pausing()
  const running = (async () => {
    while (!stopping) {
      const fetched = await fetchJobs({ payload, boss, job })
      for (const one of fetched) await runOne({ payload, job, fetched: one })
      if (fetched.length === 0 && !stopping) await nap.pause()
    }
  })()
  return {
    wake: nap.ring,
    stop: async () => {
      stopping = true
      nap.ring()
      await running
    },
  }
}

/** A pause that ends when it is rung, also when that was while nobody paused. */
const pausing = () => {
  let rung = false
  let end: () => void = () => undefined
  return {
    pause: async (ms?: number): Promise<void> => {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = ms === undefined ? undefined : setTimeout(resolve, ms)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      rung = false
    },
    ring: (): void => {
      rung = true
      end()
    },
  }
}

// One at a time: a fetched job's lease runs while it waits behind another.
const fetchJobs = async ({
  payload,
  boss,
  job: { name, leaseSeconds },
}: {
  payload: Payload
  boss: PgBoss
  job: AnyJob
}): Promise<FetchedJob[]> => {
  try {
    const jobs = await boss.fetch(name, { batchSize: 1, includeMetadata: true })
    return jobs.map(({ id, data, retryCount, retryLimit }) => ({
      id,
      queue: name,
      data,
      retryCount,
      retryLimit,
      leaseSeconds,
    }))
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'Jobs could not be fetched; trying again', queue: name })
    return []
  }
}

const runOne = async ({
  payload,
  job,
  fetched,
}: {
  payload: Payload
  job: AnyJob
  fetched: FetchedJob
}): Promise<void> => {
  const settle = async (how: 'complete' | 'fail', output: object) => {
    try {
      await settleJob({ payload, job: fetched, how, output })
    } catch (error) {
      // Given to another worker, or the database is away: the lease decides.
      if (!(error instanceof LeaseLost))
        payload.logger.warn({ err: error, msg: 'A job could not be settled', queue: job.name })
    }
  }
  const attempt = attemptOf({ payload, job: fetched })
  try {
    await job.run({ input: fetched.data, attempt })
    if (!attempt.isCompleted()) await settle('complete', {})
  } catch (error) {
    if (error instanceof LeaseLost) {
      payload.logger.warn({ msg: 'A job went to another worker', queue: job.name, job: fetched.id })
      return
    }
    payload.logger.error({ err: error, msg: 'A job failed', queue: job.name, job: fetched.id })
    await settle('fail', { message: error instanceof Error ? error.message : String(error) })
  }
}

// Spreads the polls of many workers.
const fraction = (): number => Math.random()
