'use client'

import { FieldDescription, FieldError, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import { useState } from 'react'

import { formatScaled, parseScaled, scaleOf } from '#plugins/kernel/domain'

/** Whole units in the database, ordinary amounts on the screen: 1250000 of 1/10,000 is 125.00. */
export const AmountField: NumberFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, errorMessage } = useField<number | null>({ path })
  const suffix = field.admin?.custom?.suffix
  const currency = useFormFields(([fields]) => fields.currency?.value)
  const scale = scaleOf({ custom: field.admin?.custom, currency })
  const [typed, setTyped] = useState<string | null>(null)
  const isReadOnly = Boolean(readOnly || field.admin?.readOnly)
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div
      className={`field-type number${showError ? ' error' : ''}${isReadOnly ? ' read-only' : ''}`}
    >
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required ?? false} />
      <div className="field-type__wrap">
        <FieldError message={errorMessage} path={path} showError={showError} />
        <span className="pwa-amount">
          <input
            id={id}
            type="text"
            inputMode="decimal"
            value={typed ?? formatScaled({ value: value ?? null, scale })}
            disabled={isReadOnly}
            onChange={(event) => {
              setTyped(event.target.value)
              const parsed = parseScaled({ text: event.target.value, scale })
              // What is not a number is kept as typed and refused by the field's own validation.
              setValue(event.target.value.trim() === '' ? null : (parsed ?? Number.NaN))
            }}
            onBlur={() => {
              if (typed !== null && parseScaled({ text: typed, scale }) !== null) setTyped(null)
            }}
          />
          <span className="pwa-amount__unit">
            {typeof suffix === 'string' ? suffix : typeof currency === 'string' ? currency : ''}
          </span>
        </span>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
