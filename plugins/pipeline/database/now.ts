import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf } from '#plugins/kernel'
import type { Instant } from '#plugins/kernel/domain'

/** The database's clock: the same for every process. */
export const databaseNow = async (req: PayloadRequest): Promise<Instant> => {
  const row = await sqlOf(req).first({
    schema: z.object({ now: instant }),
    text: `select date_trunc('milliseconds', now()) as now`,
  })
  if (!row) throw new Error('The database told no time.')
  return row.now
}
