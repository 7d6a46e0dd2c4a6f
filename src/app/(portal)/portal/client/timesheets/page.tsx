import type { Metadata } from 'next'

import { formatMinutes } from '#plugins/kernel/domain'
import { timesheetsOfClient } from '#plugins/timekeeping'
import { StatusPill } from '#themes/base'
import { DataTable, EmptyState, PortalHead } from '#themes/portal'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { clientVisit } from '../../shared/signed-in'
import { timesheetStatus, weekText } from '../../timesheets/[id]/sheet-words'

export const metadata: Metadata = { title: 'Timesheets' }

const Page = async () => {
  const { req } = await clientVisit()
  const sheets = await timesheetsOfClient({ req })
  const { locale } = await currentReader()
  return (
    <PortalFrame current="/portal/client/timesheets">
      <PortalHead title="Timesheets" lead="Those that wait for your approval stand first." />
      {sheets.length === 0 ? (
        <EmptyState
          title="No timesheet yet"
          text="When somebody has worked for you, their weeks appear here."
        />
      ) : (
        <DataTable
          caption="Timesheets, waiting ones first"
          isCaptionHidden
          columns={[
            { key: 'worker', label: 'Worker' },
            { key: 'job', label: 'Job' },
            { key: 'week', label: 'Week' },
            { key: 'hours', label: 'Hours', isFigure: true },
            { key: 'status', label: 'State' },
          ]}
          rows={sheets.map((sheet) => ({
            id: sheet.id,
            href: `/portal/timesheets/${sheet.id}/approve`,
            cells: {
              worker: sheet.candidateName,
              job: sheet.title,
              week: weekText({ sheet, locale }),
              hours: formatMinutes(sheet.workedMinutes),
              status: <StatusPill {...timesheetStatus(sheet.state)} />,
            },
          }))}
        />
      )}
    </PortalFrame>
  )
}

export default Page
