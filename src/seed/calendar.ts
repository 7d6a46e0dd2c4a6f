import {
  addDays,
  dayIn,
  instantOf,
  minutesBetween,
  weekStartOf,
  type Day,
  type Instant,
} from '#plugins/kernel/domain'

const zone = 'America/New_York'

/** The days of the story, all reckoned from the day on which it is told. */
export type Calendar = {
  today: Day
  /** So many days from today; negative before. */
  day: (days: number) => Day
  /** The Monday of the week so many weeks from this one. */
  monday: (weeks: number) => Day
  /** A time of day in New York so many days ago; never later than now. */
  moment: (daysAgo: number, time: string) => Instant
  /** The last Sunday on which New York's clocks were changed, at least two weeks ago. */
  clockChange: Day
}

export const calendarFrom = (now: Instant): Calendar => {
  const today = dayIn({ instant: now, zone })
  const day = (days: number) => addDays({ day: today, days })
  return {
    today,
    day,
    monday: (weeks) => addDays({ day: weekStartOf({ day: today, startsOn: 1 }), days: weeks * 7 }),
    moment: (daysAgo, time) => {
      const { instant } = instantOf({ day: day(-daysAgo), time, zone })
      return instant < now ? instant : now
    },
    clockChange: lastClockChange({ before: day(-14) }),
  }
}

/** A day of the calendar lasts 23 or 25 hours when clocks are changed. */
const lastClockChange = ({ before }: { before: Day }): Day => {
  const lengthOf = (day: Day) =>
    minutesBetween({
      from: instantOf({ day, time: '00:00', zone }).instant,
      to: instantOf({ day: addDays({ day, days: 1 }), time: '00:00', zone }).instant,
    })
  for (let back = 0; back < 366; back++) {
    const day = addDays({ day: before, days: -back })
    if (lengthOf(day) !== 24 * 60) return day
  }
  throw new Error('The clocks of New York were not changed for a year.')
}
