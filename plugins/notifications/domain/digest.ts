import { dayIn, wallTimeIn, type Day, type Instant, type Zone } from '#plugins/kernel/domain'

/**
 * The day whose digest is due: today on the reader's clock, from the hour they chose on; null before.
 * One digest per day follows from naming the day, also after the worker was away at that hour, and
 * when a change of the clocks skips the hour or repeats it.
 */
export const digestDayDue = ({
  now,
  zone,
  hour,
}: {
  now: Instant
  zone: Zone
  /** 0 to 23. */
  hour: number
}): Day | null => {
  const clock = Number(wallTimeIn({ instant: now, zone }).slice(0, 2))
  return clock >= hour ? dayIn({ instant: now, zone }) : null
}
