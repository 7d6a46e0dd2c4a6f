'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'

import { formatDay, formatInstant } from '#plugins/kernel/domain'
import { readSimilar, type SimilarAnswer } from './read-similar'

/** Points out open requests that are likely the same wish, so that nobody works on one twice. */
export const SimilarRequests: UIFieldClientComponent = () => {
  const { id } = useDocumentInfo()
  return id === undefined ? null : <Similar key={String(id)} requestId={String(id)} />
}

const Similar = ({ requestId }: { requestId: string }) => {
  const { user } = useAuth<{ zone?: string; locale?: string }>()
  const [answer, setAnswer] = useState<SimilarAnswer | null>(null)
  useEffect(() => {
    void readSimilar(requestId).then(setAnswer)
  }, [requestId])
  if (answer?.kind === 'failed')
    return (
      <p className="pwa-story__note" role="alert">
        {answer.message}{' '}
        <button
          type="button"
          className="pwa-btn pwa-btn--quiet"
          onClick={() => void readSimilar(requestId).then(setAnswer)}
        >
          Try again
        </button>
      </p>
    )
  if (answer?.kind !== 'read' || answer.similar.length === 0) return null
  const locale = user?.locale ?? 'en-US'
  return (
    <section className="pwa-similar" aria-label="Likely the same wish">
      <p className="pwa-similar__title">
        {answer.similar.length === 1
          ? 'Another open request is likely the same wish'
          : `${answer.similar.length} other open requests are likely the same wish`}
      </p>
      <ul>
        {answer.similar.map(
          ({ id, ref, company, jobTitle, openingsCount, startsOn, receivedAt }) => (
            <li key={id}>
              <a href={`/admin/collections/order-requests/${id}`}>
                {ref}: {openingsCount} × {jobTitle}
              </a>{' '}
              {[
                company,
                startsOn && `from ${formatDay({ day: startsOn, locale })}`,
                receivedAt &&
                  `received ${formatInstant({ instant: receivedAt, zone: user?.zone ?? 'UTC', locale })}`,
              ]
                .filter(Boolean)
                .join(', ')}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
