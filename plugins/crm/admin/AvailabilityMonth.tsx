'use client'

import { useAllFormFields, useAuth } from '@payloadcms/ui'
import { useState, useSyncExternalStore } from 'react'

import { addMonths, monthGrid } from '#plugins/agency/domain'
import { formatDay, formatMonthAndYear, formatWeekday, isDay } from '#plugins/kernel/domain'
import { standingOn, type FreeTime } from '../domain/availability'

/** The times of the form as a month, as they are typed: where they overlap one sees which counts. */
export const AvailabilityMonth = () => {
  const [fields] = useAllFormFields()
  const { user } = useAuth()
  const locale = textOf(user ? Reflect.get(user, 'locale') : null) ?? 'en-US'
  const today = useSyncExternalStore(neverTold, todayHere, () => null)
  const [chosen, setMonth] = useState<string | null>(null)
  if (!today) return null
  const month = chosen ?? today.slice(0, 7)
  const times = timesIn((name) => fields[name]?.value)
  const weeks = monthGrid({ month, startsOn: locale === 'en-US' ? 7 : 1 })
  return (
    <section className="pwa-free" aria-label="Month of availability">
      <div className="pwa-free__head">
        <h3 className="pwa-free__title" aria-live="polite">
          {formatMonthAndYear({ month, locale })}
        </h3>
        <button
          type="button"
          className="pwa-btn"
          onClick={() => setMonth(addMonths({ month, months: -1 }))}
        >
          <span aria-hidden="true">←</span>
          <span className="pwa-sr-only">Month before</span>
        </button>
        <button type="button" className="pwa-btn" onClick={() => setMonth(today.slice(0, 7))}>
          This month
        </button>
        <button
          type="button"
          className="pwa-btn"
          onClick={() => setMonth(addMonths({ month, months: 1 }))}
        >
          <span aria-hidden="true">→</span>
          <span className="pwa-sr-only">Month after</span>
        </button>
      </div>
      <table className="pwa-free__month">
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
              {week.map(({ day, isInMonth }) => {
                const standing = standingOn({ day, times })
                const marks = [
                  'pwa-free__day',
                  isInMonth ? '' : 'pwa-free__day--other',
                  standing ? `pwa-free__day--${standing.kind}` : '',
                ]
                return (
                  <td
                    key={day}
                    className={marks.filter(Boolean).join(' ')}
                    aria-current={day === today ? 'date' : undefined}
                    title={standing?.note ?? undefined}
                  >
                    <time dateTime={day}>
                      {Number(day.slice(8))}
                      <span className="pwa-sr-only"> {formatDay({ day, locale })}</span>
                    </time>
                    {standing ? (
                      <span className="pwa-free__word">
                        {standing.kind === 'available' ? 'Free' : 'Away'}
                      </span>
                    ) : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The day where the reader is: the server cannot know it. */
const todayHere = (): string => {
  const now = new Date()
  return [
    now.getFullYear(),
    String(now.getMonth() + 1).padStart(2, '0'),
    String(now.getDate()).padStart(2, '0'),
  ].join('-')
}

const neverTold = () => () => undefined

/** Those rows of the form that hold a time already. */
const timesIn = (valueOf: (name: string) => unknown): FreeTime[] => {
  const count = valueOf('availability')
  const times: FreeTime[] = []
  for (let at = 0; at < (typeof count === 'number' ? count : 0); at += 1) {
    const from = textOf(valueOf(`availability.${at}.from`))
    const to = textOf(valueOf(`availability.${at}.to`))
    if (!from || !isDay(from) || (to && !isDay(to))) continue
    times.push({
      kind: valueOf(`availability.${at}.kind`) === 'unavailable' ? 'unavailable' : 'available',
      from,
      to,
      note: textOf(valueOf(`availability.${at}.note`)),
    })
  }
  return times
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value ? value : null
