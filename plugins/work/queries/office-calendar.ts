import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { businessCalendarOf, daysOffOf } from '#plugins/agency'
import { sqlOf } from '#plugins/kernel'
import { addDays, dayIn, type Day, type Instant } from '#plugins/kernel/domain'
import { calendarOf } from '../domain/office-hours'
import { horizonDays, usualCalendar, type WorkingCalendar } from '../domain/working-time'

/**
 * When time counts for a clock: in the hours of the office of whoever looks after it, without its days
 * off, and without those of the client while the client has the ball. Whoever belongs to no office
 * works where the agency's first one does.
 */
export const officeCalendar = async ({
  req,
  clock: { ownerId, ballIn, clientId, startedAt },
}: {
  req: PayloadRequest
  clock: {
    ownerId: string | null
    ballIn: string
    clientId: string | null
    startedAt: Instant
  }
}): Promise<WorkingCalendar> => {
  const place = await sqlOf(req).first({
    schema: z.object({ office: z.string().nullable(), client_days: z.string().nullable() }),
    text: `select coalesce((select office_id from users where id = $1),
        (select id from offices order by created_at, id limit 1)) as office,
      (select holiday_calendar_id from client_corporations where id::text = $2) as client_days`,
    values: [ownerId, ballIn === 'client' ? clientId : null],
  })
  if (!place?.office) return usualCalendar('UTC')
  // A day more on either side: an instant may fall on another day in the zone of the office.
  const from = addDays({ day: dayIn({ instant: startedAt, zone: 'UTC' }), days: -1 })
  const days = { from, to: addDays({ day: from, days: horizonDays + 2 }) }
  const office = await businessCalendarOf({ req, officeId: place.office, ...days })
  const ofClient: readonly Day[] = place.client_days
    ? await daysOffOf({ req, calendarId: place.client_days, ...days })
    : []
  return calendarOf({ ...office, daysOff: [...office.daysOff, ...ofClient] })
}
