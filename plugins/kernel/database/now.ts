import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { type Day, dayIn, type Instant, type Zone } from '../domain'
import { instant, sqlOf } from './sql'

/** The database's clock, which is the same for every process, to the millisecond. */
export const databaseNow = async (req: PayloadRequest): Promise<Instant> => {
  const row = await sqlOf(req).first({
    schema: z.object({ now: instant }),
    text: `select date_trunc('milliseconds', now()) as now`,
  })
  if (!row) throw new Error('The database told no time.')
  return row.now
}

/** The calendar day by the database's clock in a zone. */
export const todayAt = async ({ req, zone }: { req: PayloadRequest; zone: Zone }): Promise<Day> =>
  dayIn({ instant: await databaseNow(req), zone })
