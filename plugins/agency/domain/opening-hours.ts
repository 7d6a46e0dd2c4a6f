import { isWallTime, type WallTime, type Weekday } from '#plugins/kernel/domain'

/** When an office is open on a weekday; a day may have several spans. */
export type OpenSpan = { weekday: Weekday; opensAt: WallTime; closesAt: WallTime }

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** Monday to Friday, half past five: what an office begins with. */
export const usualHours: readonly OpenSpan[] = [1, 2, 3, 4, 5].flatMap((day) => {
  const weekday = weekdays[day - 1]
  return weekday ? [{ weekday, opensAt: '09:00', closesAt: '17:30' }] : []
})

/** Reads stored rows, whose weekday is text; what cannot be read is left out. */
export const openSpansOf = (rows: unknown): OpenSpan[] =>
  Array.isArray(rows)
    ? rows.flatMap((row: unknown): OpenSpan[] => {
        const weekday = weekdays.find((day) => String(day) === String(at(row, 'weekday')))
        const opensAt = at(row, 'opensAt')
        const closesAt = at(row, 'closesAt')
        return weekday && isTime(opensAt) && isTime(closesAt)
          ? [{ weekday, opensAt, closesAt }]
          : []
      })
    : []

/** What is wrong with the hours, by weekday; null when nothing is. */
export const judgeHours = (spans: readonly OpenSpan[]): string | null => {
  for (const weekday of weekdays) {
    const name = weekdayNames[weekday]
    const day = spans
      .filter((span) => span.weekday === weekday)
      .sort((one, other) => (one.opensAt < other.opensAt ? -1 : 1))
    for (const [index, { opensAt, closesAt }] of day.entries()) {
      if (closesAt <= opensAt)
        return `${name}: ${closesAt} is not after ${opensAt}. Night hours go up to 23:59 and on from 00:00 the next day.`
      const before = day[index - 1]
      if (before && before.closesAt > opensAt)
        return `${name}: ${before.opensAt}–${before.closesAt} and ${opensAt}–${closesAt} overlap.`
    }
  }
  return null
}

const isTime = (value: unknown): value is WallTime => typeof value === 'string' && isWallTime(value)

const at = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
