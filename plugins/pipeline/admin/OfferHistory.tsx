'use client'

import { useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useState } from 'react'

import { useLiveEvents } from '#plugins/kernel/admin'
import { readOfferHistory, type HistoryAnswer } from './read-offer-history'

/** Every version of an offer, what each changed, why it waited and what was answered. */
export const OfferHistory: UIFieldClientComponent = () => {
  const { id } = useDocumentInfo()
  const submissionId: unknown = useFormFields(([fields]) => fields.submission?.value)
  if (id === undefined || typeof submissionId !== 'string') return null
  return <History key={submissionId} offerId={String(id)} submissionId={submissionId} />
}

const History = ({ offerId, submissionId }: { offerId: string; submissionId: string }) => {
  const { user } = useAuth<{ locale?: string; zone?: string }>()
  const locale = user?.locale ?? 'en'
  const zone = user?.zone ?? 'UTC'
  const [answer, setAnswer] = useState<HistoryAnswer | null>(null)
  const reload = useCallback(() => {
    void readOfferHistory({ submissionId, locale, zone }).then(setAnswer)
  }, [submissionId, locale, zone])
  useEffect(reload, [reload])
  useLiveEvents({
    concerns: ({ name, subject }) => name.startsWith('offer.') && subject.id === offerId,
    onChange: reload,
  })
  if (!answer) return <p className="pwa-story__note">Reading the versions…</p>
  if (answer.kind === 'failed')
    return (
      <section className="pwa-story" aria-label="Versions of this offer">
        <p className="pwa-story__note" role="alert">
          {answer.message}
        </p>
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={reload}>
          Try again
        </button>
      </section>
    )
  return (
    <section className="pwa-story" aria-label="Versions of this offer">
      <h2 className="pwa-story__title">Versions of this offer</h2>
      <ol className="pwa-thread__list">
        {answer.versions.map((version) => (
          <li
            key={version.id}
            className={`pwa-thread__item${version.id === offerId ? ' pwa-thread__item--ours' : ''}`}
          >
            <p className="pwa-thread__meta">
              {version.id === offerId ? (
                <strong>Version {version.number}</strong>
              ) : (
                <a href={`/admin/collections/offers/${version.id}`}>Version {version.number}</a>
              )}{' '}
              <span className={`pwa-pill pwa-pill--${version.tone}`}>{version.state}</span>
            </p>
            {version.lines.map((line) => (
              <p key={line} className="pwa-thread__text">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
