'use client'

import { CommandDialog, useAction } from '#plugins/kernel/admin'
import { formatDay, isDay, stateFrom } from '#plugins/kernel/domain'
import { submissionWorkflow } from '../domain/submission-workflow'
import type { OrderMatch, OrderMatches } from '../queries/match-orders'
import { MatchParts } from './MatchParts'

type Props = { candidateId: string; found: OrderMatches; locale: string; mayAdd: boolean }

/** The best orders for a candidate: their score, why, and where the candidate stands on them. */
export const OrderMatchList = ({
  candidateId,
  found: { matches, fitting, isOut },
  locale,
  mayAdd,
}: Props) => {
  const { open, start, close, finish, isBusy } = useAction()
  return (
    <>
      <p className="pwa-match__lead">
        {leadOf({ shown: matches.length, fitting, isOut })} Demanded: the credentials of the order,
        valid at its start; the kind of work; not away at the start; within the distance they
        travel; at least one of the must-haves. All else is scored as for the order. What is not
        known earns nothing: ask.
      </p>
      <ol className="pwa-match" aria-label="Orders by how well they fit">
        {matches.map((match) => (
          <OrderMatchRow
            key={match.jobOrderId}
            match={match}
            locale={locale}
            isBusy={isBusy}
            onAdd={
              mayAdd
                ? () =>
                    start({
                      command: 'add-candidate-to-order',
                      label: 'Add to the order',
                      input: { jobOrderId: match.jobOrderId, candidateId },
                      done: `The candidate is on “${match.title}”.`,
                    })
                : null
            }
          />
        ))}
      </ol>
      {open ? <CommandDialog action={open} onClose={close} onDone={finish} /> : null}
    </>
  )
}

const leadOf = ({
  shown,
  fitting,
  isOut,
}: {
  shown: number
  fitting: number
  isOut: boolean
}): string => {
  if (isOut)
    return 'This candidate is not to be put forward: blocked, or without a consent that stands.'
  if (fitting === 0) return 'No active order fits now.'
  return shown < fitting
    ? `The best ${shown} of ${fitting.toLocaleString('en')} active orders that fit.`
    : `${fitting === 1 ? 'One active order fits' : `${fitting} active orders fit`}, the best first.`
}

const OrderMatchRow = ({
  match,
  locale,
  isBusy,
  onAdd,
}: {
  match: OrderMatch
  locale: string
  isBusy: boolean
  onAdd: (() => void) | null
}) => {
  const state = match.submissionState
    ? stateFrom({ workflow: submissionWorkflow, value: match.submissionState })
    : null
  return (
    <li className="pwa-match__row">
      <span className="pwa-match__score" aria-label={`${match.score} of 100`}>
        {match.score}
      </span>
      <div className="pwa-match__who">
        <p className="pwa-match__name">
          <a href={`/admin/collections/job-orders/${match.jobOrderId}`}>{match.title}</a>
          {state ? (
            <span className={`pwa-pill pwa-pill--${submissionWorkflow.states[state].tone}`}>
              On this order: {submissionWorkflow.states[state].label}
            </span>
          ) : null}
          {match.isBlocked ? (
            <span className="pwa-pill pwa-pill--bad">Blocked with this client</span>
          ) : null}
        </p>
        <p className="pwa-match__facts">{factsOf({ match, locale }).join(' · ')}</p>
        <MatchParts parts={match.parts} />
      </div>
      {onAdd && !state && !match.isBlocked ? (
        <button type="button" className="pwa-btn" disabled={isBusy} onClick={onAdd}>
          Add<span className="pwa-sr-only"> to {match.title}</span>
        </button>
      ) : null}
    </li>
  )
}

const factsOf = ({ match, locale }: { match: OrderMatch; locale: string }): string[] => [
  match.clientName,
  ...(match.city ? [match.city] : []),
  match.startsOn !== null && isDay(match.startsOn)
    ? `starts ${formatDay({ day: match.startsOn, locale })}`
    : 'starts at once',
  `${match.openSeats} open`,
  ...(match.ref ? [match.ref] : []),
]
