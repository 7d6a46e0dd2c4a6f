import {
  addDays,
  dayIn,
  type Day,
  epochMsOf,
  instantAt,
  instantOf,
  type WallTime,
  weekdayOf,
  weekStartOf,
  type Zone,
} from '#plugins/kernel/domain'
import { intersection, minuteMs, totalMinutes, type WorkInterval } from './work-interval'
import type { PreparedEntry, WorkedEntry } from './worked-entry'

/**
 * The employer's fixed workweek of 168 hours: from `dayStartsAt` on the day `startsOn`, on the clock
 * of `zone`. The zone must stay the same from week to week, else minutes at the border would count
 * twice or never. The workdays within it are those of the place of work: they too begin at
 * `dayStartsAt`, but on the clock of each entry.
 */
export type Workweek = { startsOn: Day; dayStartsAt: WallTime; zone: Zone }

/** Worked time of one entry within one workday of its place of work. */
export type Stretch = WorkInterval & {
  entry: WorkedEntry
  /** The workday: the calendar day on which it began at the place of work. */
  day: Day
}

/** The week as instants, on the clock of the employer. */
export const weekSpanOf = ({ startsOn, dayStartsAt, zone }: Workweek): WorkInterval => ({
  startMs: epochMsOf(instantOf({ day: startsOn, time: dayStartsAt, zone }).instant),
  endMs: epochMsOf(
    instantOf({ day: addDays({ day: startsOn, days: 7 }), time: dayStartsAt, zone }).instant,
  ),
})

/** Whether a workday is the seventh of the employer's week, counted by calendar days. */
export const isLastWorkday = ({ day, workweek }: { day: Day; workweek: Workweek }): boolean =>
  addDays({ day: nominalWeekStart({ day, workweek }), days: 6 }) === day

/** The seven calendar days of the employer's week that a workday belongs to. */
export const nominalWeekOf = ({ day, workweek }: { day: Day; workweek: Workweek }): Day[] => {
  const first = nominalWeekStart({ day, workweek })
  return Array.from({ length: 7 }, (_, days) => addDays({ day: first, days }))
}

const nominalWeekStart = ({ day, workweek }: { day: Day; workweek: Workweek }): Day =>
  weekStartOf({ day, startsOn: weekdayOf(workweek.startsOn) })

/** The workday on which an instant lies at a place of work. */
export const workdayAt = ({
  ms,
  zone,
  dayStartsAt,
}: {
  ms: number
  zone: Zone
  dayStartsAt: WallTime
}): Day => {
  const day = dayIn({ instant: instantAt(ms), zone })
  const startMs = epochMsOf(instantOf({ day, time: dayStartsAt, zone }).instant)
  return ms < startMs ? addDays({ day, days: -1 }) : day
}

/**
 * Cuts the paid time of all entries at the borders of their workdays and of the week, in order of
 * time. `earlier` is what lies before the week: a workday over the border counts it, and the seventh
 * day looks back on it. `outsideMinutes` is what of `entries` belongs to the week before or after;
 * of `around`, entries wholly outside, nothing belongs here.
 */
export const splitIntoWorkdays = ({
  entries,
  around,
  workweek,
}: {
  entries: readonly PreparedEntry[]
  around: readonly PreparedEntry[]
  workweek: Workweek
}): { stretches: Stretch[]; earlier: Stretch[]; outsideMinutes: number } => {
  const week = weekSpanOf(workweek)
  const before = { startMs: Number.NEGATIVE_INFINITY, endMs: week.startMs }
  const days = entries.flatMap((entry) => byWorkday({ entry, workweek }))
  const daysAround = around.flatMap((entry) => byWorkday({ entry, workweek }))
  const stretches = within({ stretches: days, span: week })
  const paid = entries.reduce((sum, entry) => sum + entry.paidMinutes, 0)
  return {
    stretches,
    earlier: within({ stretches: [...days, ...daysAround], span: before }),
    outsideMinutes: paid - totalMinutes(stretches),
  }
}

const byWorkday = ({
  entry: { entry, paidIntervals },
  workweek: { dayStartsAt },
}: {
  entry: PreparedEntry
  workweek: Workweek
}): Stretch[] => {
  const { zone } = entry
  return paidIntervals.flatMap((interval) => {
    const pieces: Stretch[] = []
    let { startMs } = interval
    while (startMs < interval.endMs) {
      const day = workdayAt({ ms: startMs, zone, dayStartsAt })
      const endMs = Math.min(
        interval.endMs,
        endOfWorkday({ day, zone, dayStartsAt, after: startMs }),
      )
      pieces.push({ startMs, endMs, entry, day })
      startMs = endMs
    }
    return pieces
  })
}

/** Where clocks went back over the border itself, the day ends when they show it again. */
const endOfWorkday = ({
  day,
  zone,
  dayStartsAt,
  after,
}: {
  day: Day
  zone: Zone
  dayStartsAt: WallTime
  after: number
}): number => {
  const next = { day: addDays({ day, days: 1 }), time: dayStartsAt, zone }
  const endMs = epochMsOf(instantOf(next).instant)
  return endMs > after ? endMs : epochMsOf(instantOf({ ...next, disambiguation: 'later' }).instant)
}

const within = ({
  stretches,
  span,
}: {
  stretches: readonly Stretch[]
  span: WorkInterval
}): Stretch[] =>
  stretches
    .flatMap((stretch) => {
      const part = intersection({ left: stretch, right: span })
      return part ? [{ ...stretch, ...part }] : []
    })
    .sort((a, b) => a.startMs - b.startMs)

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
