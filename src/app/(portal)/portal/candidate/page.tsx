import type { Metadata } from 'next'

import { formatDay, formatInstant } from '#plugins/kernel/domain'
import { applicationsOfCandidate } from '#plugins/pipeline'
import { placementsOfCandidate } from '#plugins/placements'
import { placementWorkflow } from '#plugins/placements/domain'
import { StepProgress } from '#themes/base'
import { Card, EmptyState, PortalHead } from '#themes/portal'
import { applicationStatus, stepsOf } from '../applications/[id]/application-words'
import { PortalFrame } from '../portal-frame'
import { placeText } from '../shared/place-text'
import { currentReader } from '../shared/reader'
import { candidateVisit } from '../shared/signed-in'
import { statusOf } from '../shared/status'

export const metadata: Metadata = { title: 'My applications' }

/** A candidate's assignments, then applications and how far each is. */
const Page = async () => {
  const { req } = await candidateVisit()
  const placements = await placementsOfCandidate({ req })
  const applications = await applicationsOfCandidate({ req })
  const reader = await currentReader()
  const { locale } = reader
  return (
    <PortalFrame current="/portal/candidate">
      <PortalHead title="My applications" lead="Where each of them stands." />
      {placements.length > 0 ? (
        <>
          <h2>My assignments</h2>
          {placements.map((placement) => (
            <Card
              key={placement.id}
              headingLevel={3}
              title={placement.title}
              href={`/portal/placements/${placement.id}`}
              meta={placeText(
                placement.clientName,
                placement.placeCity,
                `from ${formatDay({ day: placement.startsOn, locale })}`,
              )}
              status={statusOf({ workflow: placementWorkflow, state: placement.state })}
            />
          ))}
          <h2>My applications</h2>
        </>
      ) : null}
      {applications.length === 0 ? (
        <EmptyState
          title="No application yet"
          text="What you apply for appears here, with where it stands."
          action={{ label: 'Find a job', href: '/jobs' }}
        />
      ) : (
        applications.map((application) => {
          const steps = stepsOf(application.status)
          return (
            <Card
              key={application.submissionId}
              headingLevel={placements.length > 0 ? 3 : 2}
              title={application.jobTitle}
              href={`/portal/applications/${application.submissionId}`}
              meta={placeText(
                application.place,
                `applied ${formatInstant({ instant: application.appliedAt, ...reader })}`,
              )}
              status={applicationStatus(application)}
            >
              {steps ? (
                <StepProgress label={`How far ${application.jobTitle} is`} steps={steps} />
              ) : null}
            </Card>
          )
        })
      )}
    </PortalFrame>
  )
}

export default Page
