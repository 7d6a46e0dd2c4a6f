import type { Payload, PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { Sql } from '../database/sql'

/** What a job or reaction works with; `req` carries the transaction, so pass it on. */
export type WorkContext = { req: PayloadRequest; payload: Payload; sql: Sql }

export type Attempt = {
  payload: Payload
  jobId: string
  /** 0 for the first try. */
  retryCount: number
  isLast: boolean
  /**
   * A transaction that holds the lease: it fails when the job has meanwhile been given to another
   * worker, so a late write cannot land. `completing` ends the job in the same commit.
   */
  transaction: <Value>(
    run: (work: WorkContext) => Promise<Value>,
    options?: { completing?: boolean },
  ) => Promise<Value>
}

/**
 * Work of its own: talks to the outside between its transactions. Safe to run twice.
 * `leaseSeconds` is both the longest run and the time after which another worker takes over.
 */
export type Job<Input extends z.ZodType = z.ZodType> = {
  name: string
  input: Input
  leaseSeconds: number
  retryLimit: number
  /** Seconds before the first retry; doubles with each. */
  retryDelaySeconds: number
  /** Cron expression in UTC for work by the clock. */
  cron?: string
  run: (work: { input: z.output<Input>; attempt: Attempt }) => Promise<void>
}

export type AnyJob = Omit<Job, 'run'> & {
  run: (work: { input: unknown; attempt: Attempt }) => Promise<void>
}

export const defineJob = <Input extends z.ZodType>(job: Job<Input>): AnyJob & { input: Input } => ({
  ...job,
  run: async ({ input, attempt }) => {
    await job.run({ input: job.input.parse(input), attempt })
  },
})
