'use client'

import type { ReactNode } from 'react'

import type { CommandField, FieldValue } from './command-action'

type Props = {
  field: Extract<CommandField, { type: 'moments' }>
  value: FieldValue
  onChange: (value: FieldValue) => void
  describedBy: string | undefined
  /** The explanation and the error below. */
  children: ReactNode
}

/** Several days with a time of day, one below the other; a row is added and taken away by a button. */
export const MomentsInput = ({ field, value, onChange, describedBy, children }: Props) => {
  const moments: readonly string[] = Array.isArray(value) ? value : []
  const put = ({ at, moment }: { at: number; moment: string }) =>
    onChange(moments.map((known, index) => (index === at ? moment : known)))
  return (
    <fieldset className="pwa-field pwa-moments" aria-describedby={describedBy}>
      <legend className="pwa-field__label">
        {field.label}
        {field.isRequired ? null : <span className="pwa-field__optional">optional</span>}
      </legend>
      {moments.map((moment, index) => (
        // Rows have no identity of their own: the list is as long as what was typed.
        <span className="pwa-field__row" key={`${moments.length}-${index}`}>
          <input
            type="datetime-local"
            value={moment}
            aria-label={`${field.label} ${index + 1}`}
            onChange={(event) => put({ at: index, moment: event.target.value.slice(0, 16) })}
          />
          {field.unit ? <span className="pwa-field__unit">{field.unit}</span> : null}
          <button
            type="button"
            className="pwa-btn pwa-btn--quiet pwa-btn--small"
            aria-label={`Remove ${field.label} ${index + 1}`}
            onClick={() => onChange(moments.filter((_, other) => other !== index))}
          >
            Remove
          </button>
        </span>
      ))}
      {moments.length < field.most ? (
        <button
          type="button"
          className="pwa-btn pwa-btn--small"
          onClick={() => onChange([...moments, ''])}
        >
          Add a time
        </button>
      ) : null}
      {children}
    </fieldset>
  )
}
