import type { Payload } from 'payload'
import { z } from 'zod'

import { sqlOutside, wholeNumber } from '../database/sql'
import { allJobs } from '../jobs/all-jobs'
import { bossSchema } from '../jobs/boss'
import { processWide } from '../registry/process-wide'

export type QueueCounts = {
  name: string
  /** Due now, new or to be tried again. */
  waiting: number
  /** To be started later, by its time or after a failed try. */
  delayed: number
  active: number
  /** Given up; only people bring these back. */
  failed: number
  doneLastHour: number
  /** How long the oldest one has been due; 0 when none is. */
  lagSeconds: number
}

/** Several open screens and the metrics ask at the same time; the jobs are counted once for all. */
const keptMs = 1_000

/** Every queue of the product with what lies in it; queues without a job included. */
export const queueCounts = async (payload: Payload): Promise<QueueCounts[]> => {
  const kept = processWide<Map<string, { at: number; counts: Promise<QueueCounts[]> }>>({
    name: 'queue-counts',
    make: () => new Map(),
  })
  const known = kept.get('all')
  if (known && performance.now() - known.at < keptMs) return await known.counts
  const counts = count(payload)
  kept.set('all', { at: performance.now(), counts })
  // A failed count is told to those who waited for it, and not kept for the next.
  counts.catch(() => kept.delete('all'))
  return await counts
}

const count = async (payload: Payload): Promise<QueueCounts[]> => {
  const rows = await sqlOutside(payload).rows({
    schema: countRow,
    text: `select name,
        count(*) filter (where state in ('created', 'retry') and start_after <= now()) as waiting,
        count(*) filter (where state in ('created', 'retry') and start_after > now()) as delayed,
        count(*) filter (where state = 'active') as active,
        count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state = 'completed' and completed_on > now() - interval '1 hour') as done,
        coalesce(extract(epoch from now() - min(start_after)
          filter (where state in ('created', 'retry') and start_after <= now())), 0) as lag
      from ${bossSchema}.job group by name`,
  })
  const found = new Map(rows.map((row) => [row.name, row]))
  return allJobs(payload)
    .map(({ name }) => {
      const row = found.get(name)
      return {
        name,
        waiting: row?.waiting ?? 0,
        delayed: row?.delayed ?? 0,
        active: row?.active ?? 0,
        failed: row?.failed ?? 0,
        doneLastHour: row?.done ?? 0,
        lagSeconds: Math.max(0, Math.round(row?.lag ?? 0)),
      }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

const countRow = z.object({
  name: z.string(),
  waiting: wholeNumber,
  delayed: wholeNumber,
  active: wholeNumber,
  failed: wholeNumber,
  done: wholeNumber,
  lag: z.coerce.number(),
})
