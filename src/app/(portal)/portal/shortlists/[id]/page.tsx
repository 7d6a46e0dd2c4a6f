import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { languageName } from '#plugins/crm/domain'
import { formatDay, isUuid } from '#plugins/kernel/domain'
import { noteShortlistOpened, shortlistForClient, type ClientShortlist } from '#plugins/pipeline'
import {
  interviewModeOptions,
  rejectReasonLabels,
  rejectReasons,
  shortlistWorkflow,
} from '#plugins/pipeline/domain'
import { Icon, Notice } from '#themes/base'
import { DecisionCard, PortalHead } from '#themes/portal'
import { runForVisit } from '../../../../shared/run-for-visit'
import { becomeActorFor, currentVisit, newVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { Recruiter } from '../../shared/Recruiter'
import { statusOf } from '../../shared/status'
import { decide, proposeTimes } from './actions'
import { Career } from './Career'
import { Decide } from './Decide'
import { decidedOf, meetingOf, voicesOf } from './decided'
import { ProposeTimes } from './ProposeTimes'

export const metadata: Metadata = { title: 'Candidates' }

const reasons = rejectReasons.map((value) => ({ value, label: rejectReasonLabels[value] }))

/** Candidates put before the client, who decides on each from a phone, without a login. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  const actor = await becomeActorFor({
    visit,
    purpose: 'shortlist.decide',
    subject: { kind: 'shortlist', id },
    isReading: true,
  })
  const shortlist = await shortlistForClient({ req: visit.req, shortlistId: id })
  if (!shortlist) notFound()
  // A mail scanner opens the link and not the page behind it: whoever is here, reads.
  if (actor.kind === 'link' || actor.kind === 'portal') await noteOpened(id)
  const reader = await currentReader()
  const { locale } = reader
  const waiting = shortlist.items.filter(canDecide).length
  return (
    <PortalFrame current="/portal/client/shortlists">
      <PortalHead
        title={shortlist.jobTitle}
        lead={leadOf({ shortlist, waiting, locale })}
        status={statusOf({
          workflow: shortlistWorkflow,
          state: shortlist.state,
          words: { sent: 'Waiting for you', partly_answered: 'Partly answered' },
        })}
        {...(actor.kind === 'portal'
          ? { back: { label: 'All shortlists', href: '/portal/client/shortlists' } }
          : {})}
      />
      {shortlist.message ? (
        <Notice tone="info">
          <p>{shortlist.message}</p>
        </Notice>
      ) : null}
      {waiting === 0 ? (
        <Notice tone="good" title="Thank you, we have your answers">
          <p>Your recruiter takes the next step with those you chose.</p>
        </Notice>
      ) : null}
      {shortlist.items.map((item) => {
        const decided = decidedOf({ item, reader })
        const meeting = meetingOf({ item, locale })
        const card = {
          id: `item-${item.itemId}`,
          name: item.candidateName,
          ...(item.headline ? { headline: item.headline } : {}),
          ...(item.recommendation ? { summary: item.recommendation } : {}),
          facts: factsOf({ item, shortlist, locale }),
          highlights: item.skills.slice(0, 12),
          ...(item.cv === 'ready' ? { cvHref: `/portal/shortlists/${id}/cv/${item.itemId}` } : {}),
          ...(item.cv === 'being-checked'
            ? { cvNote: 'The CV is being checked for viruses.' }
            : {}),
          ...(decided ? { decided } : {}),
          children: <Career item={item} locale={locale} />,
        }
        return (
          <div key={item.itemId} id={card.id}>
            {canDecide(item) ? (
              <Decide
                key={item.decidedAt ?? 'waiting'}
                action={decide.bind(null, { shortlistId: id, itemId: item.itemId })}
                reasons={reasons}
                card={card}
              />
            ) : (
              <DecisionCard {...card} />
            )}
            {meeting ? <p className="pw-card__meta">{meeting}</p> : null}
            {item.mayMeet ? (
              <ProposeTimes
                id={`${card.id}-times`}
                name={item.candidateName}
                zone={shortlist.zone}
                modes={shortlist.hasPlan ? [] : interviewModeOptions}
                action={proposeTimes.bind(null, { shortlistId: id, itemId: item.itemId })}
              />
            ) : null}
            {voicesOf(item).map((voice) => (
              <p key={voice} className="pw-card__meta">
                {voice}
              </p>
            ))}
            {item.answers.map(({ id: answerId, comment, reply, repliedBy }) =>
              reply ? (
                <Notice key={answerId} tone="info" title={comment ?? 'Your question'}>
                  <p>
                    {repliedBy ? `${repliedBy}: ` : ''}
                    {reply}
                  </p>
                </Notice>
              ) : null,
            )}
          </div>
        )
      })}
      <p>
        <a className="pw-decision__cv" href={`/portal/shortlists/${id}/pdf`}>
          <Icon name="file" />
          <span>All candidates as PDF</span>
        </a>
      </p>
      <Recruiter contact={shortlist.recruiter} />
    </PortalFrame>
  )
}

/** In a visit of its own: the page itself only reads. */
const noteOpened = async (id: string): Promise<void> => {
  const visit = await newVisit()
  await becomeActorFor({
    visit,
    purpose: 'shortlist.decide',
    subject: { kind: 'shortlist', id },
  })
  await runForVisit({ visit, command: noteShortlistOpened, input: { shortlistId: id } })
}

type Item = ClientShortlist['items'][number]

/** Yes and no are final; who was only asked about, or a maybe, can still become either. */
const canDecide = ({ isOpen, decision }: Item): boolean =>
  isOpen && (decision === 'pending' || decision === 'question' || decision === 'maybe')

const leadOf = ({
  shortlist: { clientName, place, dueOn },
  waiting,
  locale,
}: {
  shortlist: ClientShortlist
  waiting: number
  locale: string
}): string =>
  [
    place ?? clientName,
    waiting > 0 && dueOn ? `please answer by ${formatDay({ day: dueOn, locale })}` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')

const factsOf = ({
  item,
  shortlist: { screeningQuestion },
  locale,
}: {
  item: Item
  shortlist: ClientShortlist
  locale: string
}) =>
  [
    { label: 'Lives in', value: item.place },
    {
      label: 'Languages',
      value: item.languages.map(({ language }) => languageName(language)).join(', ') || null,
    },
    {
      label: 'Available',
      value: item.availableOn ? formatDay({ day: item.availableOn, locale }) : null,
    },
    { label: screeningQuestion ?? '', value: screeningQuestion ? answerWords(item.answer) : null },
  ].filter(({ value }) => value !== null)

/** A yes or no as a sentence begins; what was written in own words stays as it is. */
const answerWords = (answer: string | null): string | null =>
  answer === 'yes' ? 'Yes' : answer === 'no' ? 'No' : answer

export default Page
