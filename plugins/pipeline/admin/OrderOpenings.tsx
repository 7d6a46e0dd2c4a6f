'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useState } from 'react'

import { Pill } from '#plugins/agency/admin'
import {
  CommandDialog,
  useAction,
  useLiveEvents,
  usePermissions,
  type CommandAction,
} from '#plugins/kernel/admin'
import { formatInstant, stateFrom } from '#plugins/kernel/domain'
import { openingWorkflow } from '../domain/opening-workflow'
import { addAction, cancelAction, releaseAction } from './opening-acts'
import { readOpenings, type OpeningsAnswer, type ShownOpening } from './read-openings'

/** The seats of an order: which are open, for whom one is kept, who filled one, why one is gone. */
export const OrderOpenings: UIFieldClientComponent = () => {
  const { id } = useDocumentInfo()
  return id === undefined ? null : <Openings key={String(id)} jobOrderId={String(id)} />
}

const Openings = ({ jobOrderId }: { jobOrderId: string }) => {
  const [answer, setAnswer] = useState<OpeningsAnswer | null>(null)
  const may = usePermissions()
  const reload = useCallback(() => {
    void readOpenings(jobOrderId).then(setAnswer)
  }, [jobOrderId])
  useEffect(reload, [reload])
  useLiveEvents({
    concerns: ({ subject, orderId }) => subject.kind === 'opening' && orderId === jobOrderId,
    onChange: reload,
  })
  const { open, start, close, finish, isBusy } = useAction({ onDone: reload })
  if (!answer) return <p className="pwa-story__note">Reading the openings…</p>
  if (answer.kind === 'not-yours') return null
  if (answer.kind === 'failed')
    return (
      <p className="pwa-story__note" role="alert">
        {answer.message}{' '}
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={reload}>
          Try again
        </button>
      </p>
    )
  const { openings } = answer
  return (
    <section className="field-type pwa-openings" aria-label="Openings">
      <h3 className="pwa-openings__title">Openings</h3>
      {openings.length === 0 ? (
        <p className="pwa-story__note">They become rows here when the order is activated.</p>
      ) : (
        <ul className="pwa-openings__list">
          {openings.map((opening) => (
            <Opening
              key={opening.id}
              opening={opening}
              acts={[
                opening.state === 'reserved' && may('pipeline.write') && releaseAction(opening.id),
                isFree(opening) && may('orders.write') && cancelAction(opening.id),
              ].filter((act) => act !== false)}
              isBusy={isBusy}
              start={start}
            />
          ))}
        </ul>
      )}
      {openings.length > 0 && may('orders.write') ? (
        <button
          type="button"
          className="pwa-btn pwa-btn--small"
          disabled={isBusy}
          onClick={() => start(addAction(jobOrderId))}
        >
          Add openings…
        </button>
      ) : null}
      {open ? (
        <CommandDialog key={open.command} action={open} onClose={close} onDone={finish} />
      ) : null}
    </section>
  )
}

const isFree = ({ state }: ShownOpening): boolean => state === 'open' || state === 'reserved'

const Opening = ({
  opening: { number, state, candidate, submissionId, since, reason },
  acts,
  isBusy,
  start,
}: {
  opening: ShownOpening
  acts: readonly CommandAction[]
  isBusy: boolean
  start: (action: CommandAction) => void
}) => {
  const { user } = useAuth<{ zone?: string; locale?: string }>()
  const known = stateFrom({ workflow: openingWorkflow, value: state })
  const shown = known ? openingWorkflow.states[known] : { label: state, tone: 'neutral' as const }
  return (
    <li className="pwa-openings__row">
      <span className="pwa-openings__number">{number}</span>
      <Pill tone={shown.tone} label={shown.label} />
      <span className="pwa-openings__about">
        {candidate && submissionId ? (
          <a href={`/admin/collections/submissions/${submissionId}`}>{candidate}</a>
        ) : null}
        {since ? (
          <span className="pwa-grades__meta">
            {' '}
            {formatInstant({
              instant: since,
              zone: user?.zone ?? 'UTC',
              locale: user?.locale ?? 'en-US',
            })}
          </span>
        ) : null}
        {reason ? <span className="pwa-grades__meta"> {reason}</span> : null}
      </span>
      {acts.map((action) => (
        <button
          key={action.command}
          type="button"
          className="pwa-btn pwa-btn--quiet pwa-btn--small"
          disabled={isBusy}
          aria-label={`${action.label} (opening ${number})`}
          onClick={() => start(action)}
        >
          {action.label}
        </button>
      ))}
    </li>
  )
}
