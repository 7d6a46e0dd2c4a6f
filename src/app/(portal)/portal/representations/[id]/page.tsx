import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { env } from '#env'
import { formatDay, formatInstant, isUuid } from '#plugins/kernel/domain'
import { representationForCandidate } from '#plugins/pipeline'
import {
  isAskedRepresentation,
  isGivenRepresentation,
  representationWorkflow,
} from '#plugins/pipeline/domain'
import { Notice } from '#themes/base'
import { OfferPaper } from '#themes/portal'
import { siteOfVisit } from '../../../../shared/site-of-visit'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { Recruiter } from '../../shared/Recruiter'
import { statusOf } from '../../shared/status'
import { giveRight, refuseRight } from './actions'
import { GiveForm, RefuseForm } from './AnswerForms'

export const metadata: Metadata = { title: 'May we represent you?' }

/** A candidate reads what the agency asks for, and gives, refuses or takes back the right. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  await becomeActorFor({
    visit,
    purpose: 'representation.answer',
    subject: { kind: 'representation', id },
    isReading: true,
  })
  const asked = await representationForCandidate({ req: visit.req, representationId: id })
  if (!asked) notFound()
  const [reader, site] = [await currentReader(), await siteOfVisit()]
  const isGiven = isGivenRepresentation(asked.state)
  const state = isAskedRepresentation(asked.state) && !asked.isOpen ? 'expired' : asked.state
  return (
    <PortalFrame current="/portal/candidate">
      <OfferPaper
        agencyName={site?.name ?? env.AGENCY_NAME}
        title="May we represent you?"
        addressed={
          asked.isOpen && asked.expiresAt
            ? `For ${asked.candidateName}, please answer by ${formatInstant({ instant: asked.expiresAt, ...reader })}`
            : `For ${asked.candidateName}`
        }
        status={statusOf({
          workflow: representationWorkflow,
          state,
          words: { asked: 'Waiting for your answer' },
        })}
        terms={[
          { label: 'Job', value: asked.jobTitle },
          { label: 'Company', value: asked.clientName },
          ...(asked.place ? [{ label: 'Where', value: asked.place }] : []),
          ...(asked.validOn
            ? [{ label: 'Until', value: formatDay({ day: asked.validOn, locale: reader.locale }) }]
            : []),
        ]}
        body={<p>{asked.text}</p>}
        {...(isGiven && asked.signedName && asked.answeredAt
          ? {
              signed: {
                name: asked.signedName,
                at: formatInstant({ instant: asked.answeredAt, ...reader }),
                atIso: asked.answeredAt,
              },
            }
          : {})}
      >
        {asked.isOpen ? (
          <>
            <GiveForm give={giveRight.bind(null, id)} />
            <RefuseForm refuse={refuseRight.bind(null, id)} title="No, do not represent me" />
          </>
        ) : (
          <AfterAnswer state={state} />
        )}
        {isGiven ? <RefuseForm refuse={refuseRight.bind(null, id)} title="Take this back" /> : null}
      </OfferPaper>
      <Recruiter contact={asked.contact} />
    </PortalFrame>
  )
}

const AfterAnswer = ({ state }: { state: string }) => {
  switch (state) {
    case 'given':
      return (
        <Notice tone="good" title="Thank you, we may represent you">
          <p>We put you forward and tell you what the client says.</p>
        </Notice>
      )
    case 'refused':
    case 'taken_back':
      return (
        <Notice tone="info" title="We do not represent you for this job">
          <p>Thank you for telling us. If you change your mind, please call us.</p>
        </Notice>
      )
    default:
      return (
        <Notice tone="warn" title="This question can no longer be answered">
          <p>It has expired, or a newer one took its place. Please call us.</p>
        </Notice>
      )
  }
}

export default Page
