import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { formatInstant, formatSpan, isUuid } from '#plugins/kernel/domain'
import { scorecardForClient, type ClientScorecard } from '#plugins/pipeline'
import {
  recommendationLabels,
  recommendationOptions,
  scorecardPurpose,
} from '#plugins/pipeline/domain'
import { Notice } from '#themes/base'
import { Card, FactList, PortalHead } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { currentReader, type Reader } from '../../shared/reader'
import { Recruiter } from '../../shared/Recruiter'
import { giveScore } from './actions'
import { ScorecardForm } from './ScorecardForm'

export const metadata: Metadata = { title: 'Scorecard' }

/** What one of the client's people thought of a candidate; then, and only then, what the others said. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  const actor = await becomeActorFor({
    visit,
    purpose: scorecardPurpose,
    subject: { kind: 'interview', id },
    isReading: true,
  })
  const scorecard = await scorecardForClient({ req: visit.req, interviewId: id })
  if (!scorecard) notFound()
  const reader = await currentReader()
  const { startsAt: from, endsAt: to, zone } = scorecard
  return (
    <PortalFrame current="/portal/client">
      <PortalHead
        title={scorecard.candidateName}
        lead={[
          scorecard.jobTitle,
          scorecard.round,
          formatSpan({ from, to, locale: reader.locale, zone }),
        ]
          .filter(Boolean)
          .join(' · ')}
        {...(actor.kind === 'portal' ? { back: { label: 'Orders', href: '/portal/client' } } : {})}
      />
      {scorecard.own ? (
        <Notice tone="good" title="Thank you, we have your scorecard">
          <p>
            {scorecard.others.length > 0
              ? 'Below is what you said, and what your colleagues said.'
              : 'What your colleagues say stands here as soon as they have said it.'}
          </p>
        </Notice>
      ) : null}
      {scorecard.isOpen ? (
        <Card title="What did you think?">
          <ScorecardForm
            criteria={scorecard.criteria}
            recommendations={recommendationOptions}
            action={giveScore.bind(null, { interviewId: id, criteria: scorecard.criteria })}
          />
        </Card>
      ) : null}
      {!scorecard.own && !scorecard.isOpen ? (
        <Notice tone="info" title="There is nothing to rate here">
          <p>The interview has not begun yet, or did not take place.</p>
        </Notice>
      ) : null}
      {scorecard.own ? <Given card={scorecard.own} title="You" reader={reader} /> : null}
      {scorecard.others.map((card) => (
        <Given key={card.name} card={card} title={card.name} reader={reader} />
      ))}
      <Recruiter contact={scorecard.recruiter} />
    </PortalFrame>
  )
}

const Given = ({
  card,
  title,
  reader,
}: {
  card: ClientScorecard['others'][number]
  title: string
  reader: Reader
}) => (
  <Card
    title={title}
    meta={formatInstant({ instant: card.givenAt, ...reader })}
    status={{
      tone: card.recommendation.endsWith('yes') ? 'good' : 'bad',
      label: recommendationLabels[card.recommendation],
    }}
  >
    <FactList
      facts={card.ratings.map(({ criterion, score, words }) => ({
        label: criterion,
        value: [score === null ? 'Not rated' : `${score} of 5`, words].filter(Boolean).join(' · '),
      }))}
    />
    {card.words ? <p>{card.words}</p> : null}
  </Card>
)

export default Page
