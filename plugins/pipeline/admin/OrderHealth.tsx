'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useState } from 'react'

import { Pill } from '#plugins/agency/admin'
import { useLiveEvents } from '#plugins/kernel/admin'
import { formatInstant } from '#plugins/kernel/domain'
import { readHealth, type HealthAnswer, type ShownHealth } from './read-health'

/** How an order stands, at the top of it: age, coverage, who is where, what is awaited, what comes next. */
export const OrderHealth: UIFieldClientComponent = () => {
  const { id } = useDocumentInfo()
  return id === undefined ? null : <Health key={String(id)} jobOrderId={String(id)} />
}

const Health = ({ jobOrderId }: { jobOrderId: string }) => {
  const { user } = useAuth<{ zone?: string; locale?: string }>()
  const [answer, setAnswer] = useState<HealthAnswer | null>(null)
  const reload = useCallback(() => {
    void readHealth(jobOrderId).then(setAnswer)
  }, [jobOrderId])
  useEffect(reload, [reload])
  useLiveEvents({
    concerns: ({ subject, orderId }) => [subject.id, orderId].includes(jobOrderId),
    onChange: reload,
  })
  if (!answer) return <p className="pwa-story__note">Reading how the order stands…</p>
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
  const { health } = answer
  return (
    <section className="pwa-health" aria-label="How the order stands">
      {health.next ? (
        <p className={`pwa-health__next${health.next.isUrgent ? ' pwa-health__next--urgent' : ''}`}>
          <span>Next</span> {health.next.text}
        </p>
      ) : null}
      <dl className="pwa-health__facts">
        <Fact label="Age" value={ageOf(health)} />
        <Fact
          label="Openings"
          value={`${health.counts.freeOpenings} of ${health.counts.openings} free`}
        />
        <div>
          <dt>Coverage</dt>
          <dd>
            <Pill
              tone={health.coverage.isCovered ? 'good' : 'warn'}
              label={
                health.coverage.isCovered
                  ? `Covered: ${health.counts.sent} sent`
                  : `${health.counts.sent} of ${health.coverage.needed} sent`
              }
            />
          </dd>
        </div>
        <Fact label="In the running" value={runningOf(health.counts)} />
        {health.feedback ? (
          <div>
            <dt>Feedback</dt>
            <dd>
              {health.feedback.isLate ? <Pill tone="bad" label="Late since" /> : 'Due'}{' '}
              {health.feedback.dueAt
                ? formatInstant({
                    instant: health.feedback.dueAt,
                    zone: user?.zone ?? 'UTC',
                    locale: user?.locale ?? 'en',
                  })
                : null}
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`)

const ageOf = ({ daysOpen, daysActive }: ShownHealth): string =>
  daysActive === null ? days(daysOpen) : `${days(daysOpen)}, active ${days(daysActive)}`

const runningOf = ({ unsent, withClient, interviewing, offered }: ShownHealth['counts']): string =>
  [
    unsent > 0 && `${unsent} not sent`,
    withClient > 0 && `${withClient} with the client`,
    interviewing > 0 && `${interviewing} in interviews`,
    offered > 0 && `${offered} with an offer`,
  ]
    .filter(Boolean)
    .join(', ') || 'Nobody'
