import { addDays, dayIn, type Day, type Instant, type Zone } from '#plugins/kernel/domain'
import { dueDayOf, type ReaderClock, type TaskDue } from './my-day'

/** When something is due, in the words of a reader: 'today, 2:30 PM', 'Fri, Nov 27', 'any time'. */
export const dueWords = ({
  due,
  clock,
  locale,
}: {
  due: TaskDue
  clock: ReaderClock
  locale: string
}): string => {
  const day = dueDayOf({ due, zone: clock.zone })
  if (!day) return 'any time'
  const agreed = due.dueAt ? dayIn({ instant: due.dueAt, zone: clock.zone }) : due.dueOn
  if (day !== agreed) {
    const was = agreed ? `, was due ${dayWords({ day: agreed, clock, locale })}` : ''
    return `put off to ${dayWords({ day, clock, locale })}${was}`
  }
  return due.dueAt
    ? momentWords({ at: due.dueAt, clock, locale })
    : dayWords({ day, clock, locale })
}

/** A moment in the words of a reader: 'today, 2:30 PM'. */
export const momentWords = ({
  at,
  clock,
  locale,
}: {
  at: Instant
  clock: ReaderClock
  locale: string
}): string => {
  const day = dayIn({ instant: at, zone: clock.zone })
  const time = timeWords({ at, zone: clock.zone, locale })
  return `${dayWords({ day, clock, locale })}, ${time}`
}

const dayWords = ({
  day,
  clock,
  locale,
}: {
  day: Day
  clock: ReaderClock
  locale: string
}): string => {
  const today = dayIn({ instant: clock.now, zone: clock.zone })
  if (day === today) return 'today'
  if (day === addDays({ day: today, days: 1 })) return 'tomorrow'
  if (day === addDays({ day: today, days: -1 })) return 'yesterday'
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

const timeWords = ({ at, zone, locale }: { at: string; zone: Zone; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(new Date(at))
