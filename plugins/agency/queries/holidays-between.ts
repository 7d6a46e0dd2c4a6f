import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf } from '#plugins/kernel'
import { can, type Day } from '#plugins/kernel/domain'
import type { Permission } from '../domain/permissions'

const reading: Permission = 'staff.read'

const row = z.object({
  id: z.string(),
  name: z.string(),
  dayOn: z.string(),
  observedOn: z.string(),
  calendar: z.string(),
})

export type HolidayRow = z.output<typeof row>

/** The holidays whose day or day off lies between two days, by day; of one calendar or of all. */
export const holidaysBetween = async ({
  req,
  calendarId,
  from,
  to,
}: {
  req: PayloadRequest
  calendarId: string | null
  from: Day
  to: Day
}): Promise<HolidayRow[]> => {
  if (!can({ actor: actorOf(req), permission: reading })) return []
  return await sqlOf(req).rows({
    schema: row,
    text: `select h.id, h.name, h.day_on as "dayOn", h.observed_on as "observedOn", c.name as calendar
      from holidays h join holiday_calendars c on c.id = h.calendar_id
      where ($1::uuid is null or h.calendar_id = $1)
        and (h.day_on between $2 and $3 or h.observed_on between $2 and $3)
      order by h.day_on, c.name, h.name`,
    values: [calendarId, from, to],
  })
}
