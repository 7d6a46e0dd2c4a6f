import { addDays, weekStartOf, type Day } from '#plugins/kernel/domain'

/** The days that the figures of a day are counted over. The week of reports begins on Monday. */
export type Periods = {
  today: Day
  weekStartsOn: Day
  monthStartsOn: Day
  /** First days of the last eight weeks, the oldest first, this week last. */
  weeks: readonly Day[]
}

export const reportedWeeks = 8

export const periodsOf = (today: Day): Periods => {
  const weekStartsOn = weekStartOf({ day: today, startsOn: 1 })
  return {
    today,
    weekStartsOn,
    monthStartsOn: `${today.slice(0, 8)}01`,
    weeks: Array.from({ length: reportedWeeks }, (_, at) =>
      addDays({ day: weekStartsOn, days: (at + 1 - reportedWeeks) * 7 }),
    ),
  }
}
