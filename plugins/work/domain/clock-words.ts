import { dayIn, type Instant, type Zone } from '#plugins/kernel/domain'
import type { BallIn } from './clock-rule'
import type { DaySection, ReaderClock } from './my-day'

/** Whose turn it is. */
export const ballWords: Readonly<Record<BallIn, string>> = {
  agency: 'The agency',
  client: 'The client',
  candidate: 'The candidate',
}

export const ballKeys = ['agency', 'client', 'candidate'] as const

/** Why a colleague may let a clock stand still; a fixed list, so that it can be counted. */
export const pauseReasons = {
  'client-away': 'The client cannot be reached',
  'candidate-away': 'The candidate cannot be reached',
  information: 'Information is missing',
  agreed: 'Agreed with the client',
  other: 'Another reason',
} as const

export const pauseReasonKeys = [
  'client-away',
  'candidate-away',
  'information',
  'agreed',
  'other',
] as const

/** How a live clock stands, as it is stored. */
export type LiveClock = {
  ballIn: BallIn
  amberAt: Instant | null
  dueAt: Instant | null
  /** Why it stands still; null while it runs. */
  pausedFor: string | null
}

export type ClockLook = 'late' | 'amber' | 'early' | 'paused'

/** What a clock looks like: late stays late, also when it stands still afterwards. */
export const clockLook = ({ clock, now }: { clock: LiveClock; now: Instant }): ClockLook => {
  if (clock.dueAt !== null && clock.dueAt < now) return 'late'
  if (clock.pausedFor !== null) return 'paused'
  return clock.amberAt !== null && clock.amberAt <= now ? 'amber' : 'early'
}

/**
 * Where a clock stands in the day of who looks after it: the agency's own by when it is due, those of
 * clients and candidates, and those that stand still, with what waits for others.
 */
export const clockSectionOf = ({
  clock,
  reader,
}: {
  clock: LiveClock
  reader: ReaderClock
}): DaySection => {
  const look = clockLook({ clock, now: reader.now })
  if (clock.ballIn !== 'agency' || look === 'paused' || clock.dueAt === null) return 'waiting'
  if (look === 'late') return 'overdue'
  return dayOf({ at: clock.dueAt, zone: reader.zone }) ===
    dayOf({ at: reader.now, zone: reader.zone })
    ? 'today'
    : 'upcoming'
}

const dayOf = ({ at, zone }: { at: Instant; zone: Zone }) => dayIn({ instant: at, zone })
