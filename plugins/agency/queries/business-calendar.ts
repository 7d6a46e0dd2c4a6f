import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { Day, Zone } from '#plugins/kernel/domain'
import { openSpansOf, usualHours, type OpenSpan } from '../domain/opening-hours'

/** When somebody works: the clock on their wall, the hours of their office, and its days off. */
export type BusinessCalendar = {
  zone: Zone
  hours: readonly OpenSpan[]
  daysOff: readonly Day[]
}

/**
 * The business calendar of an office between two days, both included; without an office, or for one
 * that has no hours, the usual hours. A rule of the product, not a reading of a record: whoever
 * measures a deadline needs it, so it asks for no permission and tells nothing about people.
 */
export const businessCalendarOf = async ({
  req,
  officeId,
  from,
  to,
}: {
  req: PayloadRequest
  officeId: string | null
  from: Day
  to: Day
}): Promise<BusinessCalendar> => {
  const sql = sqlOf(req)
  const office = officeId
    ? await sql.first({
        schema: z.object({ zone: z.string(), calendar: z.string().nullable() }),
        text: 'select zone, holiday_calendar_id as calendar from offices where id = $1',
        values: [officeId],
      })
    : null
  if (!office || !officeId) return { zone: 'UTC', hours: usualHours, daysOff: [] }
  const rows = await sql.rows({
    schema: z.object({ weekday: z.string(), opensAt: z.string(), closesAt: z.string() }),
    text: `select weekday, opens_at as "opensAt", closes_at as "closesAt" from offices_hours
      where _parent_id = $1 order by _order`,
    values: [officeId],
  })
  const hours = openSpansOf(rows)
  return {
    zone: office.zone,
    hours: hours.length > 0 ? hours : usualHours,
    daysOff: office.calendar ? await daysOffOf({ req, calendarId: office.calendar, from, to }) : [],
  }
}

/** The days off of a calendar between two days, both included. */
export const daysOffOf = async ({
  req,
  calendarId,
  from,
  to,
}: {
  req: PayloadRequest
  calendarId: string
  from: Day
  to: Day
}): Promise<Day[]> =>
  (
    await sqlOf(req).rows({
      schema: z.object({ day: z.string() }),
      text: `select distinct observed_on as day from holidays
        where calendar_id = $1 and observed_on between $2 and $3 order by 1`,
      values: [calendarId, from, to],
    })
  ).map(({ day }) => day)
