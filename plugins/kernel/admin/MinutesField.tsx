'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import { useState } from 'react'

import { minutesTyped, typedHours } from './typed-hours'

/** Whole minutes in the database, hours and minutes on the screen: 2250 is 37:30. */
export const MinutesField: NumberFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, errorMessage } = useField<number | null>({ path })
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
            inputMode="numeric"
            value={typed ?? typedHours(value)}
            disabled={isReadOnly}
            onChange={(event) => {
              setTyped(event.target.value)
              // What is no time is kept as typed and refused by the field's own validation.
              setValue(
                event.target.value.trim() === ''
                  ? null
                  : (minutesTyped(event.target.value) ?? Number.NaN),
              )
            }}
            onBlur={() => {
              if (typed !== null && minutesTyped(typed) !== null) setTyped(null)
            }}
          />
          <span className="pwa-amount__unit">hours</span>
        </span>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
