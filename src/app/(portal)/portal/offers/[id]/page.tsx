import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { env } from '#env'
import {
  formatDay,
  formatInstant,
  formatMinutes,
  isUuid,
  minorDigitsOf,
} from '#plugins/kernel/domain'
import { offerForCandidate, type CandidateOffer } from '#plugins/pipeline'
import {
  declineReasonOptions,
  differenceWords,
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
import { acceptOffer, counterOffer, declineOffer } from './actions'
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
        body={<Words offer={offer} locale={reader.locale} />}
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
          <AnswerForms
            accept={acceptOffer.bind(null, id)}
            counter={counterOffer.bind(null, { offerId: id, unit: unitOf(offer) })}
            decline={declineOffer.bind(null, id)}
            pay={`${offer.isPermanent ? 'Salary per year' : 'Pay per hour'} in ${offer.currency}`}
            declineReasons={declineReasonOptions}
          />
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

/** In what unit the pay of this offer is counted. */
const unitOf = ({ isPermanent, currency }: Offer) =>
  isPermanent
    ? { name: 'salaryMinor' as const, scale: minorDigitsOf(currency) }
    : { name: 'payRateE4' as const, scale: 4 }

/** The recruiter's words, and what is new in this version. */
const Words = ({
  offer: { message, differences, currency },
  locale,
}: {
  offer: Offer
  locale: string
}) =>
  message || differences?.length ? (
    <>
      {message ? <p>{message}</p> : null}
      {differences?.length ? (
        <>
          <p>What has changed since the offer before:</p>
          <ul>
            {differences.map((change) => (
              <li key={change.name}>{differenceWords({ change, currency, locale })}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  ) : null

const AfterAnswer = ({ state }: { state: string }) => {
  switch (state) {
    case 'accepted':
      return (
        <Notice tone="good" title="You accepted this offer">
          <p>Congratulations. We get in touch about your first day.</p>
        </Notice>
      )
    case 'countered':
      return (
        <Notice tone="info" title="We have your wishes">
          <p>Your recruiter answers with a new offer or calls you.</p>
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
