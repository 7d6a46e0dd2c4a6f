import type { Instant } from '#plugins/kernel/domain'
import type { ClockState } from './clock-workflow'
import type { ClockPause, ClockReading } from './judge-clock'

/** The state that follows from how a clock ended, stands still or runs. */
export const clockStateOf = ({
  end,
  pauses,
  reading,
}: {
  end: { at: Instant; isCancelled: boolean } | null
  pauses: readonly ClockPause[]
  reading: ClockReading
}): ClockState => {
  if (end) {
    if (end.isCancelled) return 'cancelled'
    return reading.signal === 'late' ? 'missed' : 'met'
  }
  return pauses.some(({ until }) => until === null) ? 'paused' : 'running'
}

/**
 * What a rule and colleagues say about standing still, together: those of the rule are told anew each
 * time, those of colleagues stay; at its end nothing stands still any more.
 */
export const mergedPauses = ({
  ofRule,
  stored,
  endedAt,
}: {
  ofRule: readonly Omit<ClockPause, 'by'>[]
  stored: readonly ClockPause[]
  endedAt: Instant | null
}): ClockPause[] =>
  [
    ...ofRule.map((pause) => ({ ...pause, by: 'rule' as const })),
    ...stored.filter(({ by }) => by === 'staff'),
  ]
    .map((pause) => ({ ...pause, until: pause.until ?? endedAt }))
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
