import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, Pill, Screen } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { formatInstant } from '#plugins/kernel/domain'
import { rejectReasonLabels } from '../domain/reasons'
import { shortlistDecisionLabels, type ItemDecision } from '../domain/shortlist-answer'
import { shortlistForClient, type ClientShortlistItem } from '../queries/shortlist-for-client'
import { ShortlistQuestion } from './ShortlistQuestion'

/** The candidates of a shortlist in their order, with what each person at the client said. */
export const ShortlistPeopleTab = withStaff({
  permission: 'pipeline.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, actor }) => {
    const shortlistId = String(docID ?? '')
    const shortlist = await shortlistForClient({ req, shortlistId })
    const nav = (
      <SetStepNav
        nav={[
          { label: 'Shortlists', url: '/admin/collections/shortlists' },
          { label: 'Shortlist', url: `/admin/collections/shortlists/${shortlistId}` },
          { label: 'Candidates' },
        ]}
      />
    )
    if (!shortlist)
      return (
        <Screen>
          {nav}
          <EmptyState
            title="Nobody is on it yet"
            text="Choose candidates on the board of the order and send them as a shortlist."
          />
        </Screen>
      )
    const { docs } = await req.payload.find({
      collection: 'candidates',
      where: { id: { in: shortlist.items.map(({ candidateId }) => candidateId) } },
      select: { name: true },
      limit: shortlist.items.length,
      pagination: false,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const names = new Map(docs.map(({ id, name }) => [id, name]))
    const moment = (instant: string): string =>
      formatInstant({ instant, locale: actor.locale, zone: actor.zone })
    return (
      <Screen>
        {nav}
        <p className="pwa-shortlist__lead">
          Sent to {shortlist.contactName} on {moment(shortlist.sentAt)}
          {shortlist.isBlind ? ', without names and CVs' : ''}.
        </p>
        <ol className="pwa-shortlist">
          {shortlist.items.map((item) => (
            <li key={item.itemId} className="pwa-shortlist__item">
              <div className="pwa-shortlist__head">
                <h3>
                  <a href={`/admin/collections/submissions/${item.submissionId}`}>
                    {names.get(item.candidateId) ?? item.candidateName}
                  </a>
                  {shortlist.isBlind ? <span> (as {item.candidateName})</span> : null}
                </h3>
                <Pill tone={toneOf(item)} label={wordsOf(item)} />
              </div>
              {item.recommendation ? <p>{item.recommendation}</p> : null}
              {item.answers.length === 0 ? (
                <p className="pwa-shortlist__note">
                  {item.isWaitedFor ? 'Nobody has answered yet.' : 'No answer is waited for.'}
                </p>
              ) : null}
              {item.answers.map((answer) => (
                <div key={answer.id} className="pwa-shortlist__answer">
                  <p>
                    <strong>{answer.name}</strong>: {shortlistDecisionLabels[answer.decision]}
                    {answer.reason ? `, ${rejectReasonLabels[answer.reason].toLowerCase()}` : ''}
                    {answer.rating ? ` · ${answer.rating} of 5` : ''}
                    {answer.comment ? ` · “${answer.comment}”` : ''}
                  </p>
                  {answer.reply ? (
                    <p className="pwa-shortlist__reply">
                      {answer.repliedBy ?? 'We'} answered: {answer.reply}
                    </p>
                  ) : null}
                  {answer.decision === 'question' &&
                  !answer.reply &&
                  actor.permissions.has('pipeline.write') ? (
                    <ShortlistQuestion answerId={answer.id} question={answer.comment ?? ''} />
                  ) : null}
                </div>
              ))}
            </li>
          ))}
        </ol>
      </Screen>
    )
  },
})

const wordsOf = ({ decision, isWaitedFor }: ClientShortlistItem): string => {
  if (decision !== 'pending') return shortlistDecisionLabels[decision]
  return isWaitedFor ? 'Waiting' : 'No longer shown'
}

const tones: Record<ItemDecision, 'good' | 'warn' | 'bad' | 'info' | 'neutral'> = {
  pending: 'neutral',
  approve: 'good',
  interview: 'good',
  maybe: 'warn',
  reject: 'bad',
  question: 'info',
}

const toneOf = ({ decision }: ClientShortlistItem) => tones[decision]
