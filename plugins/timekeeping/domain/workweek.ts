import {
  addDays,
  dayIn,
  type Day,
  epochMsOf,
  instantAt,
  instantOf,
  type WallTime,
  type Zone,
} from '#plugins/kernel/domain'
import { intersection, minuteMs, totalMinutes, type WorkInterval } from './work-interval'
import type { PreparedEntry, WorkedEntry } from './worked-entry'

/**
 * The employer's fixed workweek: seven workdays from `startsOn` (a day), each beginning at
 * `dayStartsAt` on the clock of `zone`. The zone must stay the same from week to week, else minutes
 * at the border would count twice or never.
 */
export type Workweek = { startsOn: Day; dayStartsAt: WallTime; zone: Zone }

/** Worked time of one entry within one workday of the week. */
export type Stretch = WorkInterval & {
  entry: WorkedEntry
  /** 0 to 6. */
  dayIndex: number
  day: Day
}

/** The workdays of a week as instants, in order. */
export const workdaysOf = ({
  startsOn,
  dayStartsAt,
  zone,
}: Workweek): (WorkInterval & { day: Day })[] =>
  Array.from({ length: 7 }, (_, index) => {
    const day = addDays({ day: startsOn, days: index })
    const next = addDays({ day, days: 1 })
    return {
      day,
      startMs: epochMsOf(instantOf({ day, time: dayStartsAt, zone }).instant),
      endMs: epochMsOf(instantOf({ day: next, time: dayStartsAt, zone }).instant),
    }
  })

/**
 * Cuts the paid time of all entries at the borders of workdays and of the week, in order of time.
 * `outsideMinutes` is what belongs to the week before or after.
 */
export const splitIntoWorkdays = ({
  entries,
  workweek,
}: {
  entries: readonly PreparedEntry[]
  workweek: Workweek
}): { stretches: Stretch[]; outsideMinutes: number } => {
  const workdays = workdaysOf(workweek)
  const stretches = entries.flatMap(({ entry, paidIntervals }) =>
    paidIntervals.flatMap((interval) =>
      workdays.flatMap((workday, dayIndex) => {
        const within = intersection({ left: interval, right: workday })
        return within ? [{ ...within, entry, dayIndex, day: workday.day }] : []
      }),
    ),
  )
  const paid = entries.reduce((sum, entry) => sum + entry.paidMinutes, 0)
  return {
    stretches: stretches.sort((a, b) => a.startMs - b.startMs),
    outsideMinutes: paid - totalMinutes(stretches),
  }
}

/** Minutes of worked time within a window of wall times (22:00 to 06:00) of the work location. */
export const nightMinutes = ({
  intervals,
  zone,
  from,
  to,
}: {
  intervals: readonly WorkInterval[]
  zone: Zone
  from: WallTime
  to: WallTime
}): number =>
  intervals.reduce(
    (sum, interval) =>
      sum +
      totalMinutes(
        windowsAround({ interval, zone, from, to }).flatMap((window) => {
          const within = intersection({ left: interval, right: window })
          return within ? [within] : []
        }),
      ),
    0,
  )

const windowsAround = ({
  interval,
  zone,
  from,
  to,
}: {
  interval: WorkInterval
  zone: Zone
  from: WallTime
  to: WallTime
}): WorkInterval[] => {
  const days = Math.ceil((interval.endMs - interval.startMs) / (24 * 60 * minuteMs)) + 2
  const firstDay = addDays({ day: dayIn({ instant: instantAt(interval.startMs), zone }), days: -1 })
  return Array.from({ length: days + 1 }, (_, index) => {
    const day = addDays({ day: firstDay, days: index })
    const endDay = to > from ? day : addDays({ day, days: 1 })
    return {
      startMs: epochMsOf(instantOf({ day, time: from, zone }).instant),
      endMs: epochMsOf(instantOf({ day: endDay, time: to, zone }).instant),
    }
  })
}
