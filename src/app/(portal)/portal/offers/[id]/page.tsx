import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { env } from '#env'
import { formatDay, formatInstant, formatMinutes, isUuid } from '#plugins/kernel/domain'
import { offerForCandidate, type CandidateOffer } from '#plugins/pipeline'
import {
  employmentTypeLabels,
  isAcceptedOffer,
  isExtendedOffer,
  offerWorkflow,
} from '#plugins/pipeline/domain'
import { Notice } from '#themes/base'
import { OfferPaper } from '#themes/portal'
import { siteOfVisit } from '../../../../shared/site-of-visit'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { payWords } from '../../shared/pay-words'
import { currentReader, type Reader } from '../../shared/reader'
import { Recruiter } from '../../shared/Recruiter'
import { statusOf } from '../../shared/status'
import { acceptOffer, declineOffer } from './actions'
import { AnswerForms } from './AnswerForms'

export const metadata: Metadata = { title: 'Your offer' }

/** An offer for the candidate it is made to; after the answer it stays readable, answered or not. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  await becomeActorFor({
    visit,
    purpose: 'offer.answer',
    subject: { kind: 'offer', id },
    isReading: true,
  })
  const offer = await offerForCandidate({ req: visit.req, offerId: id })
  if (!offer) notFound()
  const [reader, site] = [await currentReader(), await siteOfVisit()]
  return (
    <PortalFrame current="/portal/candidate">
      <OfferPaper
        agencyName={site?.name ?? env.AGENCY_NAME}
        title={offer.jobTitle}
        addressed={addressOf({ offer, reader })}
        status={statusOf({
          workflow: offerWorkflow,
          state: isExtendedOffer(offer.state) && !offer.isOpen ? 'expired' : offer.state,
          words: { extended: 'Waiting for your answer' },
        })}
        terms={termsOf({ offer, reader })}
        body={offer.message ? <p>{offer.message}</p> : null}
        {...(isAcceptedOffer(offer.state) && offer.resolvedAt
          ? {
              signed: {
                name: offer.candidateName,
                at: formatInstant({ instant: offer.resolvedAt, ...reader }),
                atIso: offer.resolvedAt,
              },
            }
          : {})}
      >
        {offer.isOpen ? (
          <AnswerForms accept={acceptOffer.bind(null, id)} decline={declineOffer.bind(null, id)} />
        ) : (
          <AfterAnswer state={offer.state} />
        )}
      </OfferPaper>
      <Recruiter contact={offer.contact} />
    </PortalFrame>
  )
}

type Offer = NonNullable<CandidateOffer>

const addressOf = ({ offer, reader }: { offer: Offer; reader: Reader }): string =>
  offer.isOpen && offer.expiresAt
    ? `For ${offer.candidateName}, open until ${formatInstant({ instant: offer.expiresAt, ...reader })}`
    : `For ${offer.candidateName}`

const termsOf = ({ offer, reader: { locale } }: { offer: Offer; reader: Reader }) =>
  [
    { label: 'Job', value: offer.jobTitle },
    { label: 'Company', value: offer.clientName },
    { label: 'Where', value: offer.place },
    { label: 'Employment', value: employmentTypeLabels[offer.employmentType] },
    { label: 'Start', value: offer.startsOn ? formatDay({ day: offer.startsOn, locale }) : null },
    { label: 'End', value: offer.endsOn ? formatDay({ day: offer.endsOn, locale }) : null },
    { label: 'Pay', value: payWords({ pay: offer, locale }) },
    {
      label: 'Usual week',
      value:
        offer.hoursPerWeekMinutes === null
          ? null
          : `${formatMinutes(offer.hoursPerWeekMinutes)} hours`,
    },
  ].filter(({ value }) => value !== null)

const AfterAnswer = ({ state }: { state: string }) => {
  switch (state) {
    case 'accepted':
      return (
        <Notice tone="good" title="You accepted this offer">
          <p>Congratulations. We get in touch about your first day.</p>
        </Notice>
      )
    case 'declined':
      return (
        <Notice tone="info" title="You declined this offer">
          <p>Thank you for telling us. Your recruiter looks for something that fits better.</p>
        </Notice>
      )
    default:
      return (
        <Notice tone="warn" title="This offer can no longer be answered">
          <p>It has expired, or a newer one took its place. Please call us.</p>
        </Notice>
      )
  }
}

export default Page
