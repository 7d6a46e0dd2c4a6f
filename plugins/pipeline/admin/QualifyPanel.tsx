'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useState } from 'react'

import { Pill } from '#plugins/agency/admin'
import { CommandDialog, useAction, useLiveEvents, usePermissions } from '#plugins/kernel/admin'
import { currencyCode, formatInstant, formatMoney, money } from '#plugins/kernel/domain'
import { GradeChip } from './GradeChip'
import { GradeHistory } from './GradeHistory'
import { PlaybookSteps } from './PlaybookSteps'
import { endOverrideAction, overrideAction, regradeAction } from './grade-actions'
import { stepMessageAction } from './thread-actions'
import {
  readQualification,
  type QualificationAnswer,
  type ShownQualification,
} from './read-qualification'

/** Whether an order is worth working on: gates as a checklist, the score with its parts, all grades so far. */
export const QualifyPanel: UIFieldClientComponent = () => {
  const { id } = useDocumentInfo()
  if (id === undefined)
    return (
      <p className="pwa-story__note">Save the order first; then it can be qualified and graded.</p>
    )
  return <Panel key={String(id)} jobOrderId={String(id)} />
}

const Panel = ({ jobOrderId }: { jobOrderId: string }) => {
  const { user } = useAuth<{ zone?: string; locale?: string }>()
  const may = usePermissions()
  const [answer, setAnswer] = useState<QualificationAnswer | null>(null)
  const reload = useCallback(() => {
    void readQualification(jobOrderId).then(setAnswer)
  }, [jobOrderId])
  useEffect(reload, [reload])
  useLiveEvents({
    concerns: ({ name, subject, orderId }) =>
      (['qualification', 'playbook-run', 'job-order'].includes(subject.kind) ||
        name.startsWith('task.')) &&
      [subject.id, orderId].includes(jobOrderId),
    onChange: reload,
  })
  const { open, start, close, finish, isBusy } = useAction({ onDone: reload })
  if (!answer) return <p className="pwa-story__note">Reading the qualification…</p>
  if (answer.kind === 'failed')
    return (
      <div className="pwa-qualify">
        <p className="pwa-story__note" role="alert">
          {answer.message}
        </p>
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={reload}>
          Try again
        </button>
      </div>
    )
  const { qualification } = answer
  const zone = user?.zone ?? 'UTC'
  const locale = user?.locale ?? 'en'
  return (
    <section className="pwa-qualify" aria-label="Qualification">
      <Verdict qualification={qualification} zone={zone} locale={locale} />
      <div className="pwa-qualify__acts">
        {may('orders.write') && qualification.grade ? (
          <button
            type="button"
            className="pwa-btn pwa-btn--small"
            disabled={isBusy}
            onClick={() => start(regradeAction(jobOrderId))}
          >
            Grade again…
          </button>
        ) : null}
        {may('orders.override') && qualification.grade ? (
          <button
            type="button"
            className="pwa-btn pwa-btn--small"
            disabled={isBusy}
            onClick={() =>
              start(
                qualification.override ? endOverrideAction(jobOrderId) : overrideAction(jobOrderId),
              )
            }
          >
            {qualification.override ? 'Take the decision back…' : 'Decide the grade…'}
          </button>
        ) : null}
      </div>
      <div className="pwa-qualify__columns">
        <Gates gates={qualification.gates} />
        <Parts parts={qualification.parts} score={qualification.score} />
      </div>
      <PlaybookSteps
        playbook={qualification.playbook}
        zone={zone}
        locale={locale}
        onWrite={
          may('orders.write')
            ? (message) => start(stepMessageAction({ jobOrderId, message }))
            : null
        }
      />
      <GradeHistory history={qualification.history} zone={zone} locale={locale} />
      {open ? (
        <CommandDialog key={open.command} action={open} onClose={close} onDone={finish} />
      ) : null}
    </section>
  )
}

const Verdict = ({
  qualification: { grade, score, override, signs, worth, gates },
  zone,
  locale,
}: {
  qualification: ShownQualification
  zone: string
  locale: string
}) => {
  const missing = gates.filter(({ isPassed }) => !isPassed).length
  const code = currencyCode.safeParse(worth?.currency)
  return (
    <div className="pwa-qualify__verdict">
      {grade ? <GradeChip grade={grade} /> : <Pill tone="neutral" label="Not graded yet" />}
      <div>
        <p className="pwa-qualify__score">
          {grade ? `${score} of 100` : `Would have ${score} of 100`}
          {missing > 0 ? `, ${missing === 1 ? 'one gate' : `${missing} gates`} not passed` : ''}
        </p>
        {worth && code.success ? (
          <p className="pwa-qualify__note">
            Expected value{' '}
            {formatMoney({
              amount: money({ amountMinor: worth.amountMinor, currency: code.data }),
              locale,
            })}
          </p>
        ) : null}
        {override ? (
          <p className="pwa-qualify__note">
            Decided by a manager until {formatInstant({ instant: override.until, zone, locale })}
            {override.reason ? `: ${override.reason}` : '.'}
          </p>
        ) : null}
        {signs.map(({ key, isUp, why }) => (
          <p key={key} className="pwa-qualify__sign">
            <Pill tone={isUp ? 'good' : 'warn'} label={isUp ? 'One up' : 'One down'} /> {why}
          </p>
        ))}
        {grade ? null : (
          <p className="pwa-qualify__note">
            Press Qualify above: the order is graded and the grade kept.
          </p>
        )}
      </div>
    </div>
  )
}

const Gates = ({ gates }: { gates: ShownQualification['gates'] }) => (
  <div>
    <h3 className="pwa-qualify__title">Gates</h3>
    <ul className="pwa-gates">
      {gates.map(({ key, label, isPassed, isRefused, why }) => (
        <li key={key} className={`pwa-gates__item${isPassed ? ' pwa-gates__item--passed' : ''}`}>
          <span className="pwa-gates__mark" aria-hidden="true">
            {isPassed ? '✓' : isRefused ? '✕' : '?'}
          </span>
          <div>
            <p className="pwa-gates__label">
              {label}
              <span className="pwa-sr-only">
                {isPassed ? ': passed' : isRefused ? ': refused' : ': open'}
              </span>
            </p>
            <p className="pwa-gates__why">{why}</p>
          </div>
        </li>
      ))}
    </ul>
  </div>
)

const Parts = ({ parts, score }: { parts: ShownQualification['parts']; score: number }) => (
  <div>
    <h3 className="pwa-qualify__title">Score: {score}</h3>
    <ul className="pwa-parts">
      {parts.map(({ key, label, points, most, why }) => (
        <li key={key}>
          <p className="pwa-parts__head">
            <span>{label}</span>
            <span>
              {points} of {most}
            </span>
          </p>
          <svg
            className="pwa-parts__bar"
            viewBox="0 0 100 6"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect className="pwa-parts__track" width="100" height="6" />
            <rect className="pwa-parts__fill" width={(100 * points) / most} height="6" />
          </svg>
          <ul className="pwa-parts__why">
            {why.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </div>
)
