import type { Metadata } from 'next'

import { formatDay, formatInstant } from '#plugins/kernel/domain'
import { shortlistsOfClient } from '#plugins/pipeline'
import { shortlistWorkflow } from '#plugins/pipeline/domain'
import { StatusPill } from '#themes/base'
import { DataTable, EmptyState, PortalHead } from '#themes/portal'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { clientVisit } from '../../shared/signed-in'
import { statusOf } from '../../shared/status'

export const metadata: Metadata = { title: 'Candidates' }

const Page = async () => {
  const { req } = await clientVisit()
  const shortlists = await shortlistsOfClient({ req })
  const reader = await currentReader()
  return (
    <PortalFrame current="/portal/client/shortlists">
      <PortalHead title="Candidates" lead="The shortlists we sent you, the newest first." />
      {shortlists.length === 0 ? (
        <EmptyState
          title="No shortlist yet"
          text="When we have people for you, they appear here, and you get a mail."
        />
      ) : (
        <DataTable
          caption="Shortlists, the newest first"
          isCaptionHidden
          columns={[
            { key: 'job', label: 'Job' },
            { key: 'sent', label: 'Sent' },
            { key: 'due', label: 'Answer by' },
            { key: 'people', label: 'Candidates', isFigure: true },
            { key: 'waiting', label: 'Waiting', isFigure: true },
            { key: 'status', label: 'State' },
          ]}
          rows={shortlists.map((shortlist) => ({
            id: shortlist.shortlistId,
            href: `/portal/shortlists/${shortlist.shortlistId}`,
            cells: {
              job: shortlist.jobTitle,
              sent: formatInstant({ instant: shortlist.sentAt, ...reader }),
              due: shortlist.dueOn
                ? formatDay({ day: shortlist.dueOn, locale: reader.locale })
                : '–',
              people: String(shortlist.candidateCount),
              waiting: String(shortlist.waitingCount),
              status: (
                <StatusPill
                  {...statusOf({
                    workflow: shortlistWorkflow,
                    state: shortlist.state,
                    words: { sent: 'Waiting for you' },
                  })}
                />
              ),
            },
          }))}
        />
      )}
    </PortalFrame>
  )
}

export default Page
