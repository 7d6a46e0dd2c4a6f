import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { dayIn, isZone, type Day } from '#plugins/kernel/domain'
import { formEntryOf } from '../domain/form-entry'
import type { TimeEntry } from '../domain/time-entry'

/** An entry for the form and the eye of worker and client: no rates. */
export type SheetEntry = Omit<TimeEntry, 'placementId'> & {
  id: string
  /** The day on which it ended, by the clock at work. */
  endsOn: Day
  workedMinutes: number
  note: string | null
}

const entryRow = z.object({
  id: z.string(),
  day: z.string(),
  start: z.string(),
  end: z.string(),
  startAt: instant,
  endAt: instant,
  zone: z.string().refine(isZone),
  breakMinutes: wholeNumber,
  workedMinutes: wholeNumber,
  note: z.string().nullable(),
})

/** The entries of a sheet in order of time, for whoever has already been let in. */
export const sheetEntries = async ({
  req,
  timesheetId,
}: {
  req: PayloadRequest
  timesheetId: string
}): Promise<SheetEntry[]> => {
  const rows = await sqlOf(req).rows({
    schema: entryRow,
    text: `select id, work_on as day, start_time as start, end_time as end, started_at as "startAt",
        ended_at as "endAt", zone, break_minutes as "breakMinutes",
        worked_minutes as "workedMinutes", note
      from time_entries where timesheet_id = $1 order by started_at, id`,
    values: [timesheetId],
  })
  return rows.map(({ id, workedMinutes, note, ...kept }) => ({
    id,
    workedMinutes,
    note,
    endsOn: dayIn({ instant: kept.endAt, zone: kept.zone }),
    ...formEntryOf(kept),
  }))
}
