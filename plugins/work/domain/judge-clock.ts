import type { Instant } from '#plugins/kernel/domain'
import { afterWorkingMs, workingMsBetween, type WorkingCalendar } from './working-time'

/** A stretch in which a clock stands still, by its rule or by a colleague. */
export type ClockPause = {
  from: Instant
  until: Instant | null
  reason: string
  by: 'rule' | 'staff'
}

export type JudgedClock = {
  startedAt: Instant
  /** Working minutes allowed. */
  minutes: number
  /** Amber at this share of them. */
  amberPercent: number
  pauses: readonly ClockPause[]
  /** When it ended; null while it runs. */
  stoppedAt: Instant | null
}

/** `early`: plenty of time · `amber`: the share is gone at which it warns · `late`: all of it is. */
export type ClockSignal = 'early' | 'amber' | 'late'

export type ClockReading = {
  /** Null while it stands still before that. */
  amberAt: Instant | null
  dueAt: Instant | null
  signal: ClockSignal
  /** Working minutes that have passed, cut off to whole ones. */
  passedMinutes: number
  /** Why it stands still now; null when it runs or has ended. */
  pausedFor: string | null
}

/**
 * How a clock stands at an instant: by the working time of a calendar, without its pauses. A clock that
 * was stopped is judged by the moment it was stopped; exactly in time is in time.
 */
export const judgeClock = ({
  clock,
  calendar,
  now,
}: {
  clock: JudgedClock
  calendar: WorkingCalendar
  now: Instant
}): ClockReading => {
  const { startedAt, minutes, amberPercent, pauses, stoppedAt } = clock
  const at = stoppedAt ?? now
  const after = (share: number) =>
    afterWorkingMs({
      from: startedAt,
      ms: Math.round(minutes * share * 60_000),
      calendar,
      standstills: pauses,
    })
  const amberAt = after(amberPercent / 100)
  const dueAt = after(1)
  const passed = workingMsBetween({ from: startedAt, to: at, calendar, standstills: pauses })
  const open = stoppedAt === null ? pauses.find(({ until }) => until === null) : undefined
  return {
    amberAt,
    dueAt,
    signal: signalAt({ at, amberAt, dueAt }),
    passedMinutes: Math.trunc(passed / 60_000),
    pausedFor: open?.reason ?? null,
  }
}

const signalAt = ({
  at,
  amberAt,
  dueAt,
}: {
  at: Instant
  amberAt: Instant | null
  dueAt: Instant | null
}): ClockSignal => {
  if (dueAt !== null && at > dueAt) return 'late'
  return amberAt !== null && at >= amberAt ? 'amber' : 'early'
}
