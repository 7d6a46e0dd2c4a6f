import type { Day } from '#plugins/kernel/domain'

/** A time somebody can or cannot work; open-ended without a last day. */
export type FreeTime = {
  kind: 'available' | 'unavailable'
  from: Day
  to: Day | null
  note: string | null
}

/**
 * How somebody stands on a day, and because of which time. Where times overlap, “not available” counts;
 * a day that no time covers says nothing.
 */
export const standingOn = ({
  day,
  times,
}: {
  day: Day
  times: readonly FreeTime[]
}): FreeTime | null => {
  const covering = times.filter(({ from, to }) => from <= day && (to === null || day <= to))
  return covering.find(({ kind }) => kind === 'unavailable') ?? covering[0] ?? null
}
