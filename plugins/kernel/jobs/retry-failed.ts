import type { Sql } from '../database/sql'
import { bossSchema } from './boss'

/** Puts failed jobs of a queue back, each with one more try that is due now; returns how many. */
export const retryFailed = async ({
  sql,
  queue,
  jobId = null,
}: {
  sql: Sql
  queue: string
  /** Only this one. */
  jobId?: string | null
}): Promise<number> => {
  // As pg-boss's own `retry`, which leaves the time of the next try and the end of the last as they were.
  const count = await sql.run({
    text: `update ${bossSchema}.job
      set state = 'retry', retry_limit = greatest(retry_limit, retry_count) + 1, start_after = now(),
        completed_on = null, keep_until = greatest(keep_until, now() + interval '14 days')
      where name = $1 and state = 'failed' and ($2::uuid is null or id = $2::uuid)`,
    values: [queue, jobId],
  })
  if (count > 0)
    await sql.run({ text: `select pg_notify('placewright_jobs', $1)`, values: [queue] })
  return count
}
