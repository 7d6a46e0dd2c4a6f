import { hostname } from 'node:os'
import type { Payload } from 'payload'
import PgBoss from 'pg-boss'

import { sqlOutside } from '../database/sql'
import { allJobs } from './all-jobs'
import { attemptOf, LeaseLost, settleJob, type FetchedJob } from './attempt'
import { bossSchema } from './boss'
import type { AnyJob } from './define-job'
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
  const loops = new Map(
    jobs.map((job) => [job.name, queueLoop({ payload, boss, job, pollSeconds })]),
  )
  const bell = listen({
    databaseUrl,
    payload,
    channel: 'placewright_jobs',
    hear: (queue) => loops.get(queue)?.wake(),
  })
  const heart = heartbeat({ payload })
  return {
    stop: async () => {
      clearInterval(heart)
      await Promise.all([...loops.values()].map(async (loop) => await loop.stop()))
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

const queueLoop = ({
  payload,
  boss,
  job,
  pollSeconds,
}: {
  payload: Payload
  boss: PgBoss
  job: AnyJob
  pollSeconds: number
}) => {
  let stopping = false
  let ring: () => void = () => undefined
  let rung = false
  const pause = async () => {
    if (!rung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollSeconds * 1_000 * (0.75 + fraction() / 2))
        ring = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    rung = false
  }
  const running = (async () => {
    while (!stopping) {
      const fetched = await fetchJobs({ payload, boss, job })
      for (const one of fetched) await runOne({ payload, job, fetched: one })
      if (fetched.length === 0 && !stopping) await pause()
    }
  })()
  return {
    wake: () => {
      rung = true
      ring()
    },
    stop: async () => {
      stopping = true
      ring()
      await running
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
