import {
  addDays,
  type Day,
  dayIn,
  type Instant,
  instantOf,
  type WallTime,
  type Zone,
} from '#plugins/kernel/domain'
import type { TimeEntry } from './time-entry'

/** An entry as it is kept: what the clock showed, and the instants that were meant. */
export type KeptEntry = {
  day: Day
  start: WallTime
  end: WallTime
  startAt: Instant
  endAt: Instant
  zone: Zone
  breakMinutes: number
}

/**
 * A kept entry as the phone form takes it back: with the last day only where the times do not imply
 * it, and with the occurrence only where the wall time came twice.
 */
export const formEntryOf = ({
  day,
  start,
  end,
  startAt,
  endAt,
  zone,
  breakMinutes,
}: KeptEntry): Omit<TimeEntry, 'placementId'> => {
  const endDay = dayIn({ instant: endAt, zone })
  const impliedEndDay = impliedEndDayOf({ day, start, end })
  const startOccurrence = occurrenceOf({ day, time: start, zone, instant: startAt })
  const endOccurrence = occurrenceOf({ day: endDay, time: end, zone, instant: endAt })
  return {
    day,
    start,
    end,
    breakMinutes,
    ...(endDay === impliedEndDay ? {} : { endDay }),
    ...(startOccurrence ? { startOccurrence } : {}),
    ...(endOccurrence ? { endOccurrence } : {}),
  }
}

/** Where a whole day passed, the times alone do not tell it from none. */
const impliedEndDayOf = ({
  day,
  start,
  end,
}: {
  day: Day
  start: WallTime
  end: WallTime
}): Day | null => {
  if (end === start) return null
  return end > start ? day : addDays({ day, days: 1 })
}

const occurrenceOf = ({
  day,
  time,
  zone,
  instant,
}: {
  day: Day
  time: WallTime
  zone: Zone
  instant: Instant
}): 'first' | 'second' | null => {
  const first = instantOf({ day, time, zone, disambiguation: 'earlier' })
  if (first.kind !== 'ambiguous') return null
  return first.instant === instant ? 'first' : 'second'
}
