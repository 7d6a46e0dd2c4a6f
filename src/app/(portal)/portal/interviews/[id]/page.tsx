import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { dayIn, formatMonth, formatSpan, isUuid } from '#plugins/kernel/domain'
import { interviewForCandidate, type CandidateInterview } from '#plugins/pipeline'
import { interviewWorkflow, isAgreedInterview, isProposedInterview } from '#plugins/pipeline/domain'
import { Notice } from '#themes/base'
import { InterviewCard, PortalHead } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { Recruiter } from '../../shared/Recruiter'
import { statusOf } from '../../shared/status'
import { acceptInterview, askForAnotherTime, declineInterview } from './actions'
import { AnswerForms } from './AnswerForms'

export const metadata: Metadata = { title: 'Interview' }

/** A proposed interview for the candidate: yes, another time, no; then the calendar file. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  const actor = await becomeActorFor({
    visit,
    purpose: 'interview.answer',
    subject: { kind: 'interview', id },
    isReading: true,
  })
  const interview = await interviewForCandidate({ req: visit.req, interviewId: id })
  if (!interview) notFound()
  const { locale } = await currentReader()
  const joinHref = joinHrefOf(interview)
  const day = dayIn({ instant: interview.startsAt, zone: interview.zone })
  return (
    <PortalFrame current="/portal/candidate">
      <PortalHead
        title="Interview"
        lead={`${interview.jobTitle} at ${interview.clientName}`}
        {...(actor.kind === 'portal'
          ? { back: { label: 'My applications', href: '/portal/candidate' } }
          : {})}
      />
      <AfterAnswer interview={interview} />
      <InterviewCard
        id="interview"
        title={interview.jobTitle}
        leaf={{ month: formatMonth({ day, locale }), day: String(Number(day.slice(8))) }}
        when={formatSpan({
          from: interview.startsAt,
          to: interview.endsAt,
          locale,
          zone: interview.zone,
        })}
        zone={interview.zone.replaceAll('_', ' ')}
        where={whereOf(interview)}
        {...(isAgreedInterview(interview.state) && joinHref ? { joinHref } : {})}
        people={interview.clientName}
        status={statusOf({
          workflow: interviewWorkflow,
          state: interview.state,
          words: { proposed: 'Waiting for your answer' },
        })}
        {...(isAgreedInterview(interview.state)
          ? { calendarHref: `/portal/interviews/${id}/calendar.ics` }
          : {})}
      >
        {interview.note ? <p>{interview.note}</p> : null}
        {isProposedInterview(interview.state) ? (
          <AnswerForms
            accept={acceptInterview.bind(null, id)}
            another={askForAnotherTime.bind(null, id)}
            decline={declineInterview.bind(null, id)}
          />
        ) : null}
      </InterviewCard>
      <Recruiter contact={interview.contact} />
    </PortalFrame>
  )
}

const AfterAnswer = ({ interview: { state } }: { interview: CandidateInterview }) => {
  switch (state) {
    case 'scheduled':
      return (
        <Notice tone="good" title="It is fixed">
          <p>You accepted this time. An invitation for your calendar comes by e-mail.</p>
        </Notice>
      )
    case 'declined':
      return (
        <Notice tone="info" title="We have your answer">
          <p>Your recruiter gets in touch about what comes next.</p>
        </Notice>
      )
    case 'cancelled':
      return (
        <Notice tone="warn" title="This interview was cancelled">
          <p>Your recruiter gets in touch about what comes next.</p>
        </Notice>
      )
    default:
      return null
  }
}

const modes: Record<CandidateInterview['mode'], string> = {
  phone: 'By phone',
  video: 'By video',
  onsite: 'On site',
}

const whereOf = ({ mode, place }: CandidateInterview): string => {
  const told = place && !joinHrefOf({ mode, place }) ? `, ${place}` : ''
  return `${modes[mode]}${told}`
}

/** The address of a video call, when the place is one. */
const joinHrefOf = ({
  mode,
  place,
}: Pick<CandidateInterview, 'mode' | 'place'>): string | undefined =>
  mode === 'video' && place && URL.canParse(place) && new URL(place).protocol === 'https:'
    ? place
    : undefined

export default Page
