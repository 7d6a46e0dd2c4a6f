import { z } from 'zod'

import type { Sql } from '../database/sql'
import { ok, refuseMissing, refuseState, type Result } from '../domain/result'
import { bossSchema } from '../jobs/boss'

export const failedJobInput = z.object({
  queue: z.string().min(1, 'Name the queue.').max(200, 'This is no name of a queue.'),
  jobId: z.uuid('Choose a job.'),
})

/** Locks a job that has failed for good; another one is refused. */
export const findFailedJob = async ({
  sql,
  queue,
  jobId,
}: {
  sql: Sql
  queue: string
  jobId: string
}): Promise<Result<null>> => {
  const job = await sql.first({
    schema: z.object({ state: z.string() }),
    text: `select state::text from ${bossSchema}.job where name = $1 and id = $2 for update`,
    values: [queue, jobId],
  })
  if (!job) return refuseMissing('job')
  if (job.state !== 'failed')
    return refuseState({
      code: 'job-not-failed',
      message: 'This job is not failed any more: somebody has tried it again.',
    })
  return ok(null)
}
