import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import {
  addDays,
  formatMinutes,
  formatShortDay,
  formatWeekday,
  isUuid,
  type Day,
  type Zone,
} from '#plugins/kernel/domain'
import { timesheetForWorker, type WorkerTimesheet } from '#plugins/timekeeping'
import { Notice } from '#themes/base'
import { PortalHead, type WeekDay } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../../shared/visit'
import { PortalFrame } from '../../../portal-frame'
import { currentReader } from '../../../shared/reader'
import { HoursTable } from '../HoursTable'
import { timesheetStatus, weekText } from '../sheet-words'
import { sendWeek } from './actions'
import { EnterForm } from './EnterForm'
import { lineName, valuesOfEntries } from './week-form'
import { clockChange, isDisputed, isSubmitted } from '#plugins/timekeeping/domain'

export const metadata: Metadata = { title: 'Your hours' }

/** The worker's week: entered on a phone, kept, sent to the client; read-only once it is sent. */
const Page = async ({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  const actor = await becomeActorFor({
    visit,
    purpose: 'timesheet.enter',
    subject: { kind: 'timesheet', id },
    isReading: true,
  })
  const sheet = await timesheetForWorker({ req: visit.req, timesheetId: id })
  if (!sheet) notFound()
  const { locale } = await currentReader()
  const { saved } = await searchParams
  return (
    <PortalFrame current="/portal/candidate/hours">
      <PortalHead
        title="Your hours"
        lead={`${sheet.title} at ${sheet.clientName}${sheet.placeName ? `, ${sheet.placeName}` : ''} · ${weekText({ sheet, locale })}`}
        status={timesheetStatus(sheet.state)}
        {...(actor.kind === 'portal'
          ? { back: { label: 'All weeks', href: '/portal/candidate/hours' } }
          : {})}
      />
      {saved === 'hours' && sheet.canEdit ? (
        <Notice tone="good" title="Saved">
          <p>Your hours are kept. Send them to the client when the week is done.</p>
        </Notice>
      ) : null}
      {isSubmitted(sheet.state) && sheet.isStuck ? (
        <Notice tone="good" title="We have your hours">
          <p>We settle with the client who approves them. You hear from us; you need do nothing.</p>
        </Notice>
      ) : null}
      {isSubmitted(sheet.state) && !sheet.isStuck ? (
        <Notice tone="good" title="Sent to the client">
          <p>You hear from us when they are approved. If something is wrong, call us.</p>
        </Notice>
      ) : null}
      {isDisputed(sheet.state) && sheet.disputeReason ? (
        <Notice tone="warn" title="The client asks you to look again">
          <p>{sheet.disputeReason}</p>
        </Notice>
      ) : null}
      {sheet.canEdit ? (
        <EnterForm
          key={sheet.revision}
          action={sendWeek.bind(null, id)}
          days={sheet.days.map((day) => weekDay({ day, zone: sheet.zone, locale }))}
          values={{
            ...valuesOfEntries(sheet.entries),
            revision: String(sheet.revision),
            firstDay: sheet.days[0] ?? sheet.weekStartsOn,
            lastDay: sheet.days.at(-1) ?? sheet.weekEndsOn,
          }}
          totals={totalsOf(sheet)}
          weekTotal={formatMinutes(sheet.workedMinutes)}
          twice={twiceHours({ sheet, locale })}
          problems={problemsOf(sheet)}
        />
      ) : (
        <HoursTable sheet={sheet} locale={locale} />
      )}
      <p>
        Times are those of the clock at your place of work. An end that is earlier than the start is
        on the next day.
      </p>
    </PortalFrame>
  )
}

const weekDay = ({ day, zone, locale }: { day: Day; zone: Zone; locale: string }): WeekDay => {
  const change = clockChange({ day, zone })
  return {
    key: day,
    weekday: formatWeekday({ day, locale }),
    date: formatShortDay({ day, locale }),
    ...(change === 0
      ? {}
      : {
          note:
            change < 0
              ? `Clocks go forward: this day is ${-change} minutes shorter.`
              : `Clocks go back: this day is ${change} minutes longer.`,
        }),
  }
}

/** Hours on days on which the assignment does not run, as when its end was moved forward. */
const problemsOf = ({ entries, firstDay, lastDay }: WorkerTimesheet): Record<string, string> =>
  Object.fromEntries(
    entries.flatMap(({ day }) => {
      if (day < firstDay)
        return [[day, `This assignment starts on ${firstDay}. Please clear these hours.`]]
      return lastDay !== null && day > lastDay
        ? [[day, `This assignment ended on ${lastDay}. Please clear these hours, or call us.`]]
        : []
    }),
  )

const totalsOf = ({ entries }: WorkerTimesheet): Record<string, string> => {
  const seen = new Map<Day, number>()
  return Object.fromEntries(
    entries.map(({ day, workedMinutes }) => {
      const position = (seen.get(day) ?? 0) + 1
      seen.set(day, position)
      return [lineName({ day, position }), formatMinutes(workedMinutes)]
    }),
  )
}

/** Days of the week, and the one after a last night, on which an hour came twice. */
const twiceHours = ({ sheet, locale }: { sheet: WorkerTimesheet; locale: string }) => {
  const last = sheet.days.at(-1)
  const reached = last ? [...sheet.days, addDays({ day: last, days: 1 })] : []
  return reached
    .filter((day) => clockChange({ day, zone: sheet.zone }) > 0)
    .map((day) => ({
      day,
      label: `Clocks went back on ${formatWeekday({ day, locale })}, ${formatShortDay({ day, locale })}`,
    }))
}

export default Page
