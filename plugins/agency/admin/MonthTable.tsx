import { formatDay, formatMonthAndYear, formatWeekday, type Day } from '#plugins/kernel/domain'
import type { MonthDay } from '../domain/month-grid'
import type { HolidayRow } from '../queries/holidays-between'

type Props = {
  month: string
  today: Day
  locale: string
  weeks: readonly (readonly MonthDay[])[]
  holidays: readonly HolidayRow[]
}

/** A month in weeks; on a phone only the days that somebody has off, one below the other. */
export const MonthTable = ({ month, today, locale, weeks, holidays }: Props) => (
  <table className="pwa-month">
    <caption className="pwa-sr-only">{formatMonthAndYear({ month, locale })}</caption>
    <thead>
      <tr>
        {(weeks[0] ?? []).map(({ day }) => (
          <th key={day} scope="col">
            {formatWeekday({ day, locale })}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeks.map((week) => (
        <tr key={week[0]?.day}>
          {week.map(({ day, isInMonth }) => (
            <DayCell
              key={day}
              day={day}
              isInMonth={isInMonth}
              isToday={day === today}
              locale={locale}
              holidays={holidays.filter(({ dayOn, observedOn }) =>
                [dayOn, observedOn].includes(day),
              )}
            />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const DayCell = ({
  day,
  isInMonth,
  isToday,
  locale,
  holidays,
}: {
  day: Day
  isInMonth: boolean
  isToday: boolean
  locale: string
  holidays: readonly HolidayRow[]
}) => {
  const isOff = holidays.some(({ observedOn }) => observedOn === day)
  const marks = [
    'pwa-month__day',
    isInMonth ? '' : 'pwa-month__day--other',
    isOff ? 'pwa-month__day--off' : '',
    holidays.length === 0 ? 'pwa-month__day--plain' : '',
  ]
  return (
    <td className={marks.filter(Boolean).join(' ')} aria-current={isToday ? 'date' : undefined}>
      <time dateTime={day} className="pwa-month__number">
        {Number(day.slice(8))}
      </time>
      <span className="pwa-month__long" aria-hidden="true">
        {formatWeekday({ day, locale })}, {formatDay({ day, locale })}
      </span>
      {holidays.map((holiday) => (
        <a
          key={holiday.id}
          className="pwa-month__holiday"
          href={`/admin/collections/holidays/${holiday.id}`}
        >
          {holiday.name}
          <span className="pwa-month__whose">{whoseOf({ holiday, day, locale })}</span>
        </a>
      ))}
    </td>
  )
}

const whoseOf = ({
  holiday: { dayOn, observedOn, calendar },
  day,
  locale,
}: {
  holiday: HolidayRow
  day: Day
  locale: string
}): string => {
  if (dayOn === observedOn) return calendar
  return day === observedOn
    ? `${calendar}, day off`
    : `${calendar}, off on ${formatDay({ day: observedOn, locale })}`
}
