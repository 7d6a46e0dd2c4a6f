import type { Day, WallTime, Weekday, Zone } from '#plugins/kernel/domain'
import type { OpenHours, WorkingCalendar } from './working-time'

type OpenSpan = { weekday: Weekday; opensAt: WallTime; closesAt: WallTime }

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/**
 * An office's hours and days off as a calendar to count by. An office that closes at 23:59 means the
 * end of the day: no clock on the wall shows 24:00.
 */
export const calendarOf = ({
  zone,
  hours,
  daysOff,
}: {
  zone: Zone
  hours: readonly OpenSpan[]
  daysOff: readonly Day[]
}): WorkingCalendar => {
  const spansOf = (weekday: Weekday): OpenHours[] =>
    hours
      .filter((span) => span.weekday === weekday)
      .map(({ opensAt, closesAt }) => ({
        fromMinute: minuteOf(opensAt),
        toMinute: closesAt === '23:59' ? 24 * 60 : minuteOf(closesAt),
      }))
      .sort((one, other) => one.fromMinute - other.fromMinute)
  return {
    zone,
    hours: Object.fromEntries(weekdays.map((weekday) => [weekday, spansOf(weekday)])),
    holidays: new Set(daysOff),
  }
}

const minuteOf = (time: WallTime): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
