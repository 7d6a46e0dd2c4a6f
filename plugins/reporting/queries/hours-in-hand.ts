import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { wholeNumber } from '#plugins/kernel'
import { addDays, ok, type Result } from '#plugins/kernel/domain'
import { countedStates, type TimesheetState } from '#plugins/timekeeping/domain'
import { refusalOf, type Clock } from './reader'
import { reportsSql } from './reports-sql'

export type HoursPart = { minutes: number; sheets: number }

export type HoursInHand = {
  /** First day of the four weeks that are counted. */
  fromOn: string
  /** Sent in, whatever became of them. */
  submitted: HoursPart
  waiting: HoursPart
  disputed: HoursPart
  approved: HoursPart
  /** Opened and not sent yet. */
  missing: HoursPart
}

const part = z.object({ state: z.string(), minutes: wholeNumber, sheets: wholeNumber })

export const waitingState: TimesheetState = 'submitted'
export const disputedState: TimesheetState = 'disputed'
export const unsentState: TimesheetState = 'draft'

/** Hours of this week and the three before it, by how far their sheets have come. */
export const hoursInHand = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Clock
}): Promise<Result<HoursInHand>> => {
  const refusal = refusalOf({ req })
  if (refusal) return refusal
  const fromOn = addDays({ day: clock.weekStartsOn, days: -21 })
  const rows = await reportsSql(req).rows({
    schema: part,
    text: `select state, coalesce(sum(worked_minutes), 0) as minutes, count(*) as sheets
      from timesheets where week_starts_on >= $1 group by state`,
    values: [fromOn],
  })
  const of = (states: readonly TimesheetState[]): HoursPart =>
    rows
      .filter((row) => states.some((state) => state === row.state))
      .reduce(
        (sum, row) => ({ minutes: sum.minutes + row.minutes, sheets: sum.sheets + row.sheets }),
        { minutes: 0, sheets: 0 },
      )
  return ok({
    fromOn,
    submitted: of([waitingState, disputedState, ...countedStates]),
    waiting: of([waitingState]),
    disputed: of([disputedState]),
    approved: of(countedStates),
    missing: of([unsentState]),
  })
}
