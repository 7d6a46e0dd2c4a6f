import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf } from '#plugins/kernel'
import { type Day, dayIn, type Instant, type Zone } from '#plugins/kernel/domain'

/** The database's clock: the same for every process. */
export const databaseNow = async (req: PayloadRequest): Promise<Instant> => {
  const row = await sqlOf(req).first({
    schema: z.object({ now: instant }),
    text: "select date_trunc('milliseconds', now()) as now",
  })
  if (!row) throw new Error('The database told no time.')
  return row.now
}

/** The calendar day at a place of work. */
export const todayAt = async ({ req, zone }: { req: PayloadRequest; zone: Zone }): Promise<Day> =>
  dayIn({ instant: await databaseNow(req), zone })
