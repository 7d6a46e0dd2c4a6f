'use client'

import { FieldError, FieldLabel, useAllFormFields, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useId } from 'react'

import { intakeOperators, isIntakeOperator, type IntakeCondition } from '../domain/intake-condition'
import { comparableValues, conditionOf, operatorsFor } from '../domain/intake-form'
import { editedQuestions } from './edited-questions'

/** “Ask only when” an earlier answer is like this: the question, the comparison, the values. */
export const WhenField: JSONFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, errorMessage } = useField<unknown>({ path })
  const [fields] = useAllFormFields()
  const id = useId()
  const at = Number(/\.(\d+)\./.exec(path)?.[1] ?? 0)
  const earlier = editedQuestions(fields).slice(0, at)
  const condition = conditionOf(value)
  const other = earlier.find(({ key }) => key === condition?.key)
  const set = (next: IntakeCondition | null) => setValue(next)
  const choose = (key: string) => {
    const chosen = earlier.find((question) => question.key === key)
    set(chosen ? { key, is: operatorsFor(chosen.type)[0] ?? 'filled', values: [] } : null)
  }
  const takes = condition ? intakeOperators[condition.is].takes : 'nothing'
  const known = other ? comparableValues(other) : null
  return (
    <div className={`field-type pwa-when${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} path={path} />
      <FieldError
        path={path}
        showError={showError}
        {...(errorMessage ? { message: errorMessage } : {})}
      />
      <div className="pwa-when__row">
        <select
          id={id}
          className="pwa-when__select"
          value={condition?.key ?? ''}
          disabled={Boolean(readOnly)}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">Always</option>
          {condition && !other ? (
            <option value={condition.key}>A question that is not above any more</option>
          ) : null}
          {earlier.map(({ key, label }) => (
            <option key={key} value={key}>
              {label || 'A question without a text'}
            </option>
          ))}
        </select>
        {condition && other ? (
          <select
            className="pwa-when__select"
            aria-label="How it is compared"
            value={condition.is}
            disabled={Boolean(readOnly)}
            onChange={({ target }) => {
              if (isIntakeOperator(target.value)) set({ ...condition, is: target.value })
            }}
          >
            {operatorsFor(other.type).map((operator) => (
              <option key={operator} value={operator}>
                {intakeOperators[operator].label}
              </option>
            ))}
          </select>
        ) : null}
        {condition && other && takes === 'one' ? (
          <input
            className="pwa-when__value"
            type={other.type === 'day' ? 'date' : 'text'}
            aria-label="Compared with"
            value={condition.values[0] ?? ''}
            disabled={Boolean(readOnly)}
            onChange={({ target }) =>
              set({ ...condition, values: target.value === '' ? [] : [target.value] })
            }
          />
        ) : null}
      </div>
      {condition && other && takes === 'choices' && known ? (
        <fieldset className="pwa-when__choices">
          <legend>Any of these</legend>
          {known.map((choice) => (
            <label key={choice}>
              <input
                type="checkbox"
                checked={condition.values.includes(choice)}
                disabled={Boolean(readOnly)}
                onChange={({ target }) =>
                  set({
                    ...condition,
                    values: known.filter((one) =>
                      one === choice ? target.checked : condition.values.includes(one),
                    ),
                  })
                }
              />{' '}
              {other.type === 'yesNo' ? (choice === 'yes' ? 'Yes' : 'No') : choice}
            </label>
          ))}
        </fieldset>
      ) : null}
      {at === 0 ? (
        <p className="pwa-field__about">The first question has none above it to look at.</p>
      ) : null}
    </div>
  )
}
