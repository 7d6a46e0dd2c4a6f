import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, type Failure, type Result } from '#plugins/kernel/domain'
import { readHolidayLines } from '../domain/holiday-lines'
import { holidaysOf, type HolidayDay } from '../domain/holiday-rules'

/** Fills a year of a calendar by its law, or from pasted lines; what is there already stays. */
export const importHolidays = defineCommand({
  name: 'import-holidays',
  summary: 'Fill a holiday calendar with a year by law, or with pasted days',
  input: z.object({
    calendarId: z.uuid(),
    year: z
      .number('Write a year such as 2027.')
      .int()
      .min(2000, 'Years from 2000 on.')
      .max(2200, 'Years up to 2200.')
      .nullish(),
    lines: z.array(z.string().max(200)).max(400).nullish(),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { calendarId, year, lines }, ctx: { req, payload, sql } }) => {
    const calendar = await lockRecord({ req, collection: 'holiday-calendars', id: calendarId })
    if (!calendar) return refuseMissing('calendar')
    const days = daysOf({ law: calendar.law ?? null, year: year ?? null, lines: lines ?? [] })
    if (!days.ok) return days
    const known = await sql.rows({
      schema: z.object({ day_on: z.string(), name: z.string() }),
      text: 'select day_on, name from holidays where calendar_id = $1',
      values: [calendarId],
    })
    const keys = new Set(known.map(({ day_on, name }) => `${day_on} ${name}`))
    const missing = days.value.filter(({ dayOn, name }) => !keys.has(`${dayOn} ${name}`))
    for (const { name, dayOn, observedOn } of missing)
      await payload.create({
        collection: 'holidays',
        data: { calendar: calendarId, name, dayOn, observedOn },
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ created: missing.length, known: days.value.length - missing.length })
  },
})

const daysOf = ({
  law,
  year,
  lines,
}: {
  law: string | null
  year: number | null
  lines: readonly string[]
}): Result<HolidayDay[], Failure> => {
  const read = readHolidayLines(lines)
  if (!read.ok) return refuseInput({ lines: read.failure })
  const byLaw = law && year ? holidaysOf({ set: law, year }) : []
  if (!law && read.value.length === 0)
    return refuseInput({
      lines: 'This calendar follows no law. Paste its days, one per line, or choose a law first.',
    })
  if (byLaw.length === 0 && read.value.length === 0)
    return refuseInput({ year: 'Which year? Write it as 2027.' })
  const pasted = read.value.map(({ dayOn, name }) => ({ name, dayOn, observedOn: dayOn }))
  const unique = new Map([...byLaw, ...pasted].map((day) => [`${day.dayOn} ${day.name}`, day]))
  return ok([...unique.values()])
}
