'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import { poolAction } from '#plugins/crm/domain'
import { BulkDialog, CommandDialog, useAction } from '#plugins/kernel/admin'
import { stateFrom } from '#plugins/kernel/domain'
import { submissionWorkflow } from '../domain/submission-workflow'
import type { Match, Matches } from '../queries/match-candidates'
import { MatchParts } from './MatchParts'

type Props = { orderId: string; found: Matches; mayAdd: boolean; mayPool: boolean }

/** The best candidates for an order: their score, why, and where they stand on it. */
export const MatchList = ({
  orderId,
  found: { matches, scored, isMore, demands },
  mayAdd,
  mayPool,
}: Props) => {
  const { open, start, close, finish, isBusy } = useAction()
  const [isPooling, setPooling] = useState(false)
  return (
    <>
      <p className="pwa-match__lead">
        {scored === 0
          ? 'Nobody meets what is demanded.'
          : `The best ${matches.length} of ${scored.toLocaleString('en')}${isMore ? '+' : ''} who meet what is demanded.`}{' '}
        Demanded: {demands.join('; ')}. All else is scored. What is not known earns nothing: ask.
      </p>
      {scored === 0 ? (
        <p className="pwa-match__lead">
          You could take a credential away from the order, or move its start; or{' '}
          <a href="/admin/find-candidates">look for candidates by words</a>.
        </p>
      ) : null}
      {mayPool && matches.length > 0 ? (
        <p className="pwa-match__acts">
          <button type="button" className="pwa-btn" onClick={() => setPooling(true)}>
            {matches.length === 1 ? 'Add to pool…' : `Add these ${matches.length} to pool…`}
          </button>
        </p>
      ) : null}
      {isPooling ? (
        <BulkDialog
          action={poolAction({ candidateIds: matches.map(({ candidateId }) => candidateId) })}
          onClose={() => setPooling(false)}
          onDone={(message) => {
            toast.success(message)
            setPooling(false)
          }}
        />
      ) : null}
      <ol className="pwa-match" aria-label="Candidates by how well they fit">
        {matches.map((match) => (
          <MatchRow
            key={match.candidateId}
            match={match}
            isBusy={isBusy}
            onAdd={
              mayAdd
                ? () =>
                    start({
                      command: 'add-candidate-to-order',
                      label: 'Add to the order',
                      input: { jobOrderId: orderId, candidateId: match.candidateId },
                      done: `${match.name} is on the order.`,
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

const MatchRow = ({
  match,
  isBusy,
  onAdd,
}: {
  match: Match
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
          <a href={`/admin/collections/candidates/${match.candidateId}`}>{match.name}</a>
          {state ? (
            <span className={`pwa-pill pwa-pill--${submissionWorkflow.states[state].tone}`}>
              On this order: {submissionWorkflow.states[state].label}
            </span>
          ) : null}
          {match.isBlocked ? (
            <span className="pwa-pill pwa-pill--bad">Blocked with this client</span>
          ) : null}
        </p>
        <p className="pwa-match__facts">
          {[match.headline, match.city].filter(Boolean).join(' · ')}
        </p>
        <MatchParts parts={match.parts} />
      </div>
      {onAdd && !state && !match.isBlocked ? (
        <button type="button" className="pwa-btn" disabled={isBusy} onClick={onAdd}>
          Add<span className="pwa-sr-only"> {match.name} to the order</span>
        </button>
      ) : null}
    </li>
  )
}
