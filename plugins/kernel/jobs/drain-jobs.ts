import type { Payload } from 'payload'

import { poolOf } from '../database/sql'
import { allJobs } from './all-jobs'
import { attemptOf, LeaseLost, settleJob, type FetchedJob } from './attempt'
import { sendingBoss } from './boss'
import type { AnyJob } from './define-job'
import { dueQueues } from './due-queues'

export type JobFailure = { queue: string; error: unknown }

/**
 * Does the work that is due now, in this process and one job after the other, and what follows from
 * it, until nothing is left: for seeds and tests, which need the consequences before they go on.
 * The clock starts no job here. A failed job is put off as a worker would do it, and told.
 */
export const drainJobs = async ({ payload }: { payload: Payload }): Promise<JobFailure[]> => {
  const jobs = new Map(allJobs(payload).map((job) => [job.name, job]))
  const failures: JobFailure[] = []
  for (;;) {
    const due = (await dueQueues(payload)).flatMap((name) => jobs.get(name) ?? [])
    if (due.length === 0) return failures
    for (const job of due) failures.push(...(await drainQueue({ payload, job })))
  }
}

const drainQueue = async ({
  payload,
  job,
}: {
  payload: Payload
  job: AnyJob
}): Promise<JobFailure[]> => {
  const pool = poolOf(payload)
  const db = { executeSql: (text: string, values: unknown[]) => pool.query(text, values) }
  const failures: JobFailure[] = []
  for (;;) {
    const [fetched] = await sendingBoss().fetch(job.name, { includeMetadata: true, db })
    if (!fetched) return failures
    const { id, data, retryCount, retryLimit } = fetched
    const one: FetchedJob = {
      id,
      data,
      retryCount,
      retryLimit,
      queue: job.name,
      leaseSeconds: job.leaseSeconds,
    }
    failures.push(...(await runOne({ payload, job, one })))
  }
}

const runOne = async ({
  payload,
  job,
  one,
}: {
  payload: Payload
  job: AnyJob
  one: FetchedJob
}): Promise<JobFailure[]> => {
  const attempt = attemptOf({ payload, job: one })
  try {
    await job.run({ input: one.data, attempt })
    if (!attempt.isCompleted()) await settleJob({ payload, job: one, how: 'complete', output: {} })
    return []
  } catch (error) {
    if (error instanceof LeaseLost) throw error
    const message = error instanceof Error ? error.message : String(error)
    await settleJob({ payload, job: one, how: 'fail', output: { message } })
    return [{ queue: job.name, error }]
  }
}
