'use client'

import { FieldLabel, useAuth, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { formatInstant } from '#plugins/kernel/domain'

type Pause = { from: string; until: string | null; reason: string; by: string }

/** When a clock stood still, and why, on the reader's clock. */
export const PausesField: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<unknown>({ path })
  const { user } = useAuth<{ zone?: string; locale?: string }>()
  const pauses = Array.isArray(value) ? value.filter(isPause) : []
  const moment = (instant: string) =>
    formatInstant({ instant, locale: user?.locale ?? 'en-US', zone: user?.zone ?? 'UTC' })
  return (
    <div className="field-type pwa-pauses">
      <FieldLabel as="span" label={field.label} path={path} />
      {pauses.length === 0 ? <p>Never.</p> : null}
      <ul>
        {pauses.map(({ from, until, reason, by }) => (
          <li key={`${by} ${from}`}>
            <strong>{reason}</strong>, {by === 'staff' ? 'by a colleague' : 'by its rule'}: from{' '}
            {moment(from)} {until ? `to ${moment(until)}` : 'until now'}
          </li>
        ))}
      </ul>
    </div>
  )
}

const isPause = (value: unknown): value is Pause =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'from') === 'string' &&
  typeof Reflect.get(value, 'reason') === 'string'
