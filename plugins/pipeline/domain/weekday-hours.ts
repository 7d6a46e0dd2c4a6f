import type { Instant, Zone } from '#plugins/kernel/domain'
import { workingMsBetween } from '#plugins/work/domain'

const allDay = [{ fromMinute: 0, toMinute: 24 * 60 }]

/** Hours between two instants without Saturdays and Sundays, which nobody promises an answer on. */
export const weekdayHoursBetween = ({
  from,
  to,
  zone,
}: {
  from: Instant
  to: Instant
  zone: Zone
}): number =>
  workingMsBetween({
    from,
    to,
    calendar: {
      zone,
      hours: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay },
      holidays: new Set(),
    },
  }) / 3_600_000

/** The middle of the values; of an even number, half way between the two in the middle. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted[Math.floor(sorted.length / 2)]
  const before = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle === undefined || before === undefined ? null : (before + middle) / 2
}
