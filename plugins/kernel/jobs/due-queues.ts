import type { Payload } from 'payload'
import { z } from 'zod'

import { poolOf } from '../database/sql'
import { bossSchema } from './boss'

/** The queues in which a job is due now, the one with the oldest job first. */
export const dueQueues = async (payload: Payload): Promise<string[]> => {
  const { rows } = await poolOf(payload).query({
    // By name it is planned once for each connection: every queue is a partition to plan for.
    name: 'due-queues',
    text: `select name from ${bossSchema}.job
      where state < 'active' and start_after < now() group by name order by min(id::text)`,
  })
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name)
}
