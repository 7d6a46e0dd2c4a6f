import type { Payload } from 'payload'
import { z } from 'zod'

import { sqlOutside, wholeNumber } from '../database/sql'

export type Allowance = { allowed: true } | { allowed: false; retryAfterSeconds: number }

/**
 * Counts one more use of a bucket in the current window, shared by every process through Postgres.
 * It counts outside the caller's transaction: a refused or failed try is a try.
 */
export const consume = async ({
  payload,
  bucket,
  key,
  limit,
  windowSeconds,
}: {
  payload: Payload
  bucket: string
  key: string
  limit: number
  windowSeconds: number
}): Promise<Allowance> => {
  const row = await sqlOutside(payload).first({
    schema: z.object({ used: wholeNumber, rest: z.coerce.number() }),
    text: `insert into rate_limits (bucket, key, window_start, used)
      values ($1, $2, to_timestamp(floor(extract(epoch from now()) / $3::int) * $3::int), 1)
      on conflict (bucket, key, window_start) do update set used = rate_limits.used + 1
      returning used, extract(epoch from window_start + make_interval(secs => $3::int) - now()) as rest`,
    values: [bucket, key, windowSeconds],
  })
  if (!row) throw new Error('The rate limit was not counted.')
  return row.used <= limit
    ? { allowed: true }
    : { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(row.rest)) }
}
