import type { Metadata } from 'next'

import { formatMinutes } from '#plugins/kernel/domain'
import { timesheetsOfCandidate } from '#plugins/timekeeping'
import { StatusPill } from '#themes/base'
import { DataTable, EmptyState, PortalHead } from '#themes/portal'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { candidateVisit } from '../../shared/signed-in'
import { timesheetStatus, weekText } from '../../timesheets/[id]/sheet-words'

export const metadata: Metadata = { title: 'Hours' }

const Page = async () => {
  const { req } = await candidateVisit()
  const sheets = await timesheetsOfCandidate({ req })
  const { locale } = await currentReader()
  return (
    <PortalFrame current="/portal/candidate/hours">
      <PortalHead title="Hours" lead="Enter each week once it is done; the client approves it." />
      {sheets.length === 0 ? (
        <EmptyState
          title="No week yet"
          text="When an assignment has begun, a sheet for each week appears here."
        />
      ) : (
        <DataTable
          caption="Your weeks, the latest first"
          isCaptionHidden
          columns={[
            { key: 'week', label: 'Week' },
            { key: 'job', label: 'Job' },
            { key: 'client', label: 'Client' },
            { key: 'hours', label: 'Hours', isFigure: true },
            { key: 'status', label: 'State' },
          ]}
          rows={sheets.map((sheet) => ({
            id: sheet.id,
            href: `/portal/timesheets/${sheet.id}/enter`,
            cells: {
              week: weekText({ sheet, locale }),
              job: sheet.title,
              client: sheet.clientName,
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
