import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { formatSpan, isUuid } from '#plugins/kernel/domain'
import { applicationForCandidate, type Application } from '#plugins/pipeline'
import { interviewWorkflow, isExtendedOffer, offerWorkflow } from '#plugins/pipeline/domain'
import { StepProgress } from '#themes/base'
import { Card, PortalHead, Timeline } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { Recruiter } from '../../shared/Recruiter'
import { statusOf } from '../../shared/status'
import { withdrawApplication } from './actions'
import { applicationStatus, stepsOf, timelineOf } from './application-words'
import { WithdrawForm } from './WithdrawForm'

export const metadata: Metadata = { title: 'Your application' }

/** Where one application stands, for whoever sent it; it can be taken back while it is open. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  const actor = await becomeActorFor({
    visit,
    purpose: 'application.status',
    subject: { kind: 'submission', id },
    isReading: true,
  })
  const application = await applicationForCandidate({ req: visit.req, submissionId: id })
  if (!application) notFound()
  const reader = await currentReader()
  const steps = stepsOf(application.status)
  const isSignedIn = visit.actor.kind === 'portal' && visit.actor.candidateId !== null
  return (
    <PortalFrame current="/portal/candidate">
      <PortalHead
        title={application.jobTitle}
        {...(application.place ? { lead: application.place } : {})}
        status={applicationStatus(application)}
        {...(actor.kind === 'portal'
          ? { back: { label: 'My applications', href: '/portal/candidate' } }
          : {})}
      />
      {steps ? <StepProgress label="How far your application is" steps={steps} /> : null}
      <NextSteps application={application} locale={reader.locale} hasLogin={isSignedIn} />
      <Card title="What happened so far">
        <Timeline label="What happened so far" entries={timelineOf({ application, reader })} />
      </Card>
      <Recruiter contact={application.contact} />
      {application.isOpen ? (
        <details className="pw-fold">
          <summary>Take back this application</summary>
          <WithdrawForm action={withdrawApplication.bind(null, id)} />
        </details>
      ) : null}
    </PortalFrame>
  )
}

/** Interviews and the offer; each is answered on its own page, by its own link or when signed in. */
const NextSteps = ({
  application: { interviews, offer },
  locale,
  hasLogin,
}: {
  application: Application
  locale: string
  hasLogin: boolean
}) => (
  <>
    {interviews.map(({ interviewId, state, startsAt, endsAt, zone }) => (
      <Card
        key={interviewId}
        title="Interview"
        {...(hasLogin ? { href: `/portal/interviews/${interviewId}` } : {})}
        status={statusOf({ workflow: interviewWorkflow, state })}
      >
        <p>{formatSpan({ from: startsAt, to: endsAt, locale, zone })}</p>
        {state === 'proposed' && !hasLogin ? (
          <p>Please answer by the link in the mail about this interview.</p>
        ) : null}
      </Card>
    ))}
    {offer ? (
      <Card
        title="Offer"
        {...(hasLogin ? { href: `/portal/offers/${offer.offerId}` } : {})}
        status={statusOf({
          workflow: offerWorkflow,
          state: offer.state,
          words: { extended: 'Waiting for your answer' },
        })}
      >
        {isExtendedOffer(offer.state) && !hasLogin ? (
          <p>Please answer by the link in the mail about this offer.</p>
        ) : null}
      </Card>
    ) : null}
  </>
)

export default Page
