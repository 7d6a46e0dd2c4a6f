'use client'

import { useFormFields } from '@payloadcms/ui'

import { standingOf, standingWords } from '../domain/standing'
import { Pill } from './brand'

/** Where a colleague stands, beside their record: acts change it, not typing. */
export const StandingField = () => {
  const standing = useFormFields(([fields]) =>
    standingOf({
      isDisabled: fields.isDisabled?.value === true,
      invitedAt: textOf(fields.invitedAt?.value),
      joinedAt: textOf(fields.joinedAt?.value),
    }),
  )
  const { label, tone } = standingWords[standing]
  return (
    <div className="field-type">
      <Pill tone={tone} label={label} />
    </div>
  )
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
