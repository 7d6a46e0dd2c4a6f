'use client'

import type { ReactNode } from 'react'

import type { CommandField, FieldValue } from './command-action'

type Props = {
  field: Extract<CommandField, { type: 'choices' }>
  value: FieldValue
  onChange: (value: FieldValue) => void
  describedBy: string | undefined
  /** The explanation and the error below. */
  children: ReactNode
}

/** Several of a list: a group of ticks, in a frame of its own height when there are many. */
export const ChoicesInput = ({ field, value, onChange, describedBy, children }: Props) => {
  const chosen = new Set(Array.isArray(value) ? value : [])
  const toggle = ({ choice, isOn }: { choice: string; isOn: boolean }) => {
    const next = new Set(chosen)
    if (isOn) next.add(choice)
    else next.delete(choice)
    onChange(field.options.map((option) => option.value).filter((each) => next.has(each)))
  }
  return (
    <fieldset className="pwa-field pwa-choices" aria-describedby={describedBy}>
      <legend className="pwa-field__label">
        {field.label}
        {field.isRequired ? null : <span className="pwa-field__optional">optional</span>}
      </legend>
      <div className="pwa-choices__list">
        {field.options.map((option) => (
          <label key={option.value} className="pwa-choices__item">
            <input
              type="checkbox"
              checked={chosen.has(option.value)}
              onChange={(event) => toggle({ choice: option.value, isOn: event.target.checked })}
            />
            <span>
              {option.label}
              {option.description ? (
                <span className="pwa-choices__about">{option.description}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
