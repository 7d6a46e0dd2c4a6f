import {
  addDays,
  type Day,
  dayIn,
  type Instant,
  instantAt,
  epochMsOf,
  type Weekday,
  weekStartOf,
  type Zone,
} from '#plugins/kernel/domain'

/**
 * The first days of the employer's workweeks that hold any of the time, in order. A night shift over
 * the border of the week is in two.
 */
export const touchedWeeks = ({
  spans,
  zone,
  startsOn,
}: {
  spans: readonly { startAt: Instant; endAt: Instant }[]
  zone: Zone
  startsOn: Weekday
}): Day[] => {
  const weekOf = (instant: Instant) => weekStartOf({ day: dayIn({ instant, zone }), startsOn })
  const weeks = spans.flatMap(({ startAt, endAt }) => [
    weekOf(startAt),
    // The end itself is outside: a shift to midnight of the last day stays in its week.
    weekOf(instantAt(epochMsOf(endAt) - 1)),
  ])
  return [...new Set(weeks)].sort()
}

/**
 * The weeks beside those that the time touches. Where a workday at the place of work lies over the
 * border of the employer's week, time on one side of it changes what is owed on the other.
 */
export const weeksBeside = (weeks: readonly Day[]): Day[] =>
  weeks
    .flatMap((day) => [addDays({ day, days: -7 }), addDays({ day, days: 7 })])
    .filter((day) => !weeks.includes(day))

/** A stored number as an ISO weekday; Monday when it is none. */
export const toWeekday = (value: number): Weekday => weekdays.find((day) => day === value) ?? 1

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
