import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { formatInstant, formatMinutes, isUuid } from '#plugins/kernel/domain'
import { timesheetForApprover } from '#plugins/timekeeping'
import { Notice } from '#themes/base'
import { ActionBar, PortalHead } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../../shared/visit'
import { PortalFrame } from '../../../portal-frame'
import { ButtonForm } from '../../../shared/ButtonForm'
import { currentReader } from '../../../shared/reader'
import { HoursTable } from '../HoursTable'
import { timesheetStatus, weekText } from '../sheet-words'
import { approveWeek, disputeWeek } from './actions'
import { DisputeForm } from './DisputeForm'
import { isCounted, isDisputed } from '#plugins/timekeeping/domain'

export const metadata: Metadata = { title: 'Approve hours' }

/** A worker's week for the client: to approve, or to send back with what is wrong. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  const actor = await becomeActorFor({
    visit,
    purpose: 'timesheet.approve',
    subject: { kind: 'timesheet', id },
    isReading: true,
  })
  const sheet = await timesheetForApprover({ req: visit.req, timesheetId: id })
  if (!sheet) notFound()
  const { locale } = await currentReader()
  return (
    <PortalFrame current="/portal/client/timesheets">
      <PortalHead
        title={sheet.candidateName}
        lead={`${sheet.title}${sheet.placeName ? `, ${sheet.placeName}` : ''} · ${weekText({ sheet, locale })}`}
        status={timesheetStatus(sheet.state)}
        {...(actor.kind === 'portal'
          ? { back: { label: 'All timesheets', href: '/portal/client/timesheets' } }
          : {})}
      />
      {sheet.approvedAt && isCounted(sheet.state) ? (
        <Notice tone="good" title="These hours are approved">
          <p>
            {sheet.approvedByName ? `By ${sheet.approvedByName}, ` : ''}
            {formatInstant({ instant: sheet.approvedAt, locale, zone: sheet.zone })}
          </p>
        </Notice>
      ) : null}
      {sheet.isStuck && sheet.canDecide ? (
        <Notice tone="warn" title="We are looking at these hours">
          <p>You need not do anything now; we come back to you.</p>
        </Notice>
      ) : null}
      {isDisputed(sheet.state) ? (
        <Notice tone="warn" title="You sent these hours back">
          <p>{sheet.disputeReason}</p>
          <p>You get a new mail when they are corrected.</p>
        </Notice>
      ) : null}
      <HoursTable sheet={sheet} locale={locale} />
      {sheet.canDecide ? (
        <>
          <ActionBar
            actions={
              <ButtonForm
                action={approveWeek.bind(null, { timesheetId: id, revision: sheet.revision })}
                label={`Approve ${formatMinutes(sheet.workedMinutes)} hours`}
                pendingLabel="Approving…"
                isWide
              />
            }
          >
            <p>Approved hours are paid to the worker and billed to you.</p>
          </ActionBar>
          <details className="pw-fold">
            <summary>Something is wrong</summary>
            <DisputeForm action={disputeWeek.bind(null, id)} />
          </details>
        </>
      ) : null}
    </PortalFrame>
  )
}

export default Page
