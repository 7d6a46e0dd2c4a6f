import type { Payload } from 'payload'
import { z } from 'zod'

import { inOwnTransaction, requestFor } from '../database/transaction'
import { sqlOf, transactionClientOf } from '../database/sql'
import { bossSchema, sendingBoss } from './boss'
import type { Attempt } from './define-job'

export type FetchedJob = {
  id: string
  queue: string
  data: unknown
  retryCount: number
  retryLimit: number
  leaseSeconds: number
}

/** The lease ran out and another worker has the job: this one's writes must not land. */
export class LeaseLost extends Error {
  constructor(job: FetchedJob) {
    super(`The lease of ${job.queue} ${job.id} was lost.`)
  }
}

/** One try of a job; `isCompleted` tells whether a commit of its own has already ended the job. */
export const attemptOf = ({
  payload,
  job,
}: {
  payload: Payload
  job: FetchedJob
}): Attempt & { isCompleted: () => boolean } => {
  let completed = false
  return {
    payload,
    jobId: job.id,
    retryCount: job.retryCount,
    isLast: job.retryCount >= job.retryLimit,
    transaction: async (run, { completing = false } = {}) => {
      const req = await requestFor({ payload, actor: { kind: 'system', id: job.queue } })
      const value = await inOwnTransaction({
        req,
        run: async () => {
          const sql = sqlOf(req)
          await holdLease({ sql, job })
          const inner = await run({ req, payload, sql })
          if (completing) await finish({ req, job, how: 'complete', output: {} })
          return inner
        },
      })
      completed ||= completing
      return value
    },
    isCompleted: () => completed,
  }
}

/** Ends a job as done or failed, unless another worker has it by now. */
export const settleJob = async ({
  payload,
  job,
  how,
  output,
}: {
  payload: Payload
  job: FetchedJob
  how: 'complete' | 'fail'
  output: object
}): Promise<void> => {
  const req = await requestFor({ payload, actor: { kind: 'system', id: job.queue } })
  await inOwnTransaction({
    req,
    run: async () => {
      await holdLease({ sql: sqlOf(req), job })
      await finish({ req, job, how, output })
    },
  })
}

const holdLease = async ({
  sql,
  job,
}: {
  sql: ReturnType<typeof sqlOf>
  job: FetchedJob
}): Promise<void> => {
  const held = await sql.first({
    schema: z.object({ id: z.string() }),
    // A worker that stands still holds this row; without the limit it would hold up the sweep of all.
    text: `select id, set_config('idle_in_transaction_session_timeout', $4, true) from ${bossSchema}.job
      where name = $1 and id = $2 and state = 'active' and retry_count = $3 for update`,
    values: [job.queue, job.id, job.retryCount, `${Math.min(job.leaseSeconds, 60)}s`],
  })
  if (!held) throw new LeaseLost(job)
}

const finish = async ({
  req,
  job,
  how,
  output,
}: {
  req: Parameters<typeof transactionClientOf>[0]
  job: FetchedJob
  how: 'complete' | 'fail'
  output: object
}): Promise<void> => {
  const db = {
    executeSql: async (text: string, values: unknown[]) => {
      const client = await transactionClientOf(req)
      if (!client) throw new Error('The transaction of this job is gone.')
      return await client.query(text, values)
    },
  }
  await sendingBoss()[how](job.queue, job.id, output, { db })
}
