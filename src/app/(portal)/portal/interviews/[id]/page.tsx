import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { dayIn, formatMonth, isUuid } from '#plugins/kernel/domain'
import { interviewForCandidate, type CandidateInterview } from '#plugins/pipeline'
import {
  interviewModeLabels,
  interviewWorkflow,
  isAgreedInterview,
  isProposedInterview,
  talkWords,
} from '#plugins/pipeline/domain'
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
  const told = wordsFor({ interview, span: interview, locale })
  const day = dayIn({ instant: interview.startsAt, zone: told.zone })
  const isOpen = isProposedInterview(interview.state)
  const isChoice = isOpen && interview.isChoice
  const slots = interview.slots.map((slot) => ({
    value: slot.id,
    label: withOther(wordsFor({ interview, span: slot, locale })),
  }))
  const [onlySlot] = interview.slots
  return (
    <PortalFrame current="/portal/candidate">
      <PortalHead
        title="Interview"
        lead={[`${interview.jobTitle} at ${interview.clientName}`, interview.round]
          .filter(Boolean)
          .join(' · ')}
        {...(actor.kind === 'portal'
          ? { back: { label: 'My applications', href: '/portal/candidate' } }
          : {})}
      />
      <AfterAnswer interview={interview} />
      <InterviewCard
        id="interview"
        title={interview.jobTitle}
        leaf={{ month: formatMonth({ day, locale }), day: String(Number(day.slice(8))) }}
        when={isChoice ? 'Please choose a time below' : withOther(told)}
        zone={told.zone.replaceAll('_', ' ')}
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
        {isOpen && slots.length === 0 ? (
          <Notice tone="warn" title="These times are taken or over">
            <p>Please tell us below when it would suit you.</p>
          </Notice>
        ) : null}
        {isOpen ? (
          <AnswerForms
            slots={slots}
            accept={acceptInterview.bind(null, {
              interviewId: id,
              onlySlotId: slots.length === 1 ? (onlySlot?.id ?? null) : null,
            })}
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

/** The time on the reader's clock, and on that of the place where it shows another one. */
const wordsFor = ({
  interview: { mode, zone, candidateZone },
  span: { startsAt, endsAt },
  locale,
}: {
  interview: CandidateInterview
  span: { startsAt: string; endsAt: string }
  locale: string
}) => talkWords({ mode, startsAt, endsAt, placeZone: zone, readerZone: candidateZone, locale })

const withOther = ({ when, otherwise }: ReturnType<typeof talkWords>): string =>
  otherwise ? `${when} (${otherwise})` : when

const whereOf = ({ mode, place }: CandidateInterview): string => {
  const told = place && !joinHrefOf({ mode, place }) ? `, ${place}` : ''
  return `${interviewModeLabels[mode]}${told}`
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
