import { SetStepNav } from '@payloadcms/ui'

import { todayAt } from '#plugins/kernel'
import { withStaff } from '#plugins/kernel/admin/server'
import { formatMonthAndYear } from '#plugins/kernel/domain'
import { addMonths, isMonth, monthGrid } from '../domain/month-grid'
import { holidaysBetween } from '../queries/holidays-between'
import { EmptyState, PageHeader, Screen } from './brand'
import { MonthTable } from './MonthTable'

/** A month of all calendars, or of one: which days are off, and for whom. */
export const HolidaysScreen = withStaff({
  permission: 'staff.read',
  frame: 'page',
  view: async ({ initPageResult: { req }, searchParams, actor: { zone, locale } }) => {
    const today = await todayAt({ req, zone })
    const thisMonth = today.slice(0, 7)
    const asked = textOf(searchParams?.month)
    const month = asked && isMonth(asked) ? asked : thisMonth
    const { docs: calendars } = await req.payload.find({
      collection: 'holiday-calendars',
      sort: 'name',
      pagination: false,
      depth: 0,
      joins: false,
      req,
      overrideAccess: false,
      user: req.user,
    })
    const chosen = calendars.find(({ id }) => id === textOf(searchParams?.calendar)) ?? null
    const weeks = monthGrid({ month, startsOn: locale === 'en-US' ? 7 : 1 })
    const days = weeks.flat()
    const holidays = await holidaysBetween({
      req,
      calendarId: chosen?.id ?? null,
      from: days[0]?.day ?? today,
      to: days.at(-1)?.day ?? today,
    })
    const pathOf = ({ of = month, calendar = chosen?.id }: { of?: string; calendar?: string }) =>
      `/admin/holidays?month=${of}${calendar ? `&calendar=${calendar}` : ''}`
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'Settings', url: '/admin/settings' }, { label: 'Holidays' }]} />
        <PageHeader
          title={formatMonthAndYear({ month, locale })}
          lead={chosen ? `Days off in ${chosen.name}.` : 'Days off in all calendars.'}
          actions={
            <>
              <a className="pwa-btn" href={pathOf({ of: addMonths({ month, months: -1 }) })}>
                <span aria-hidden="true">←</span>
                <span className="pwa-sr-only">Month before</span>
              </a>
              <a className="pwa-btn" href={pathOf({ of: thisMonth })}>
                This month
              </a>
              <a className="pwa-btn" href={pathOf({ of: addMonths({ month, months: 1 }) })}>
                <span aria-hidden="true">→</span>
                <span className="pwa-sr-only">Month after</span>
              </a>
            </>
          }
        />
        {calendars.length === 0 ? (
          <EmptyState
            title="There is no calendar yet"
            text="Make one for each country you work in, then fill a year by its law."
            action={
              <a className="pwa-btn" href="/admin/collections/holiday-calendars/create">
                New calendar
              </a>
            }
          />
        ) : (
          <>
            <nav className="pwa-chips" aria-label="Calendars">
              <Chip href={pathOf({ calendar: '' })} label="All" isChosen={!chosen} />
              {calendars.map(({ id, name }) => (
                <Chip
                  key={id}
                  href={pathOf({ calendar: id })}
                  label={name}
                  isChosen={chosen?.id === id}
                />
              ))}
            </nav>
            <MonthTable
              month={month}
              today={today}
              locale={locale}
              weeks={weeks}
              holidays={holidays}
            />
            {holidays.length === 0 ? (
              <p className="pwa-month__none">
                No holiday in this month. A year is filled from{' '}
                <a href="/admin/collections/holiday-calendars">its calendar</a>.
              </p>
            ) : null}
          </>
        )}
      </Screen>
    )
  },
})

const Chip = ({ href, label, isChosen }: { href: string; label: string; isChosen: boolean }) => (
  <a href={href} className="pwa-chips__chip" aria-current={isChosen ? 'true' : undefined}>
    {label}
  </a>
)

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
