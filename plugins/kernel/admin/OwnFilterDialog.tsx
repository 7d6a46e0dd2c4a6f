'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import {
  customMoney,
  customPerson,
  operatorsFor,
  type CustomField,
  type CustomFieldType,
  type OwnCondition,
} from '#plugins/kernel/domain'
import { CustomValueInput } from './CustomValueInput'

type Props = {
  fields: readonly CustomField[]
  onClose: () => void
  onDone: (condition: OwnCondition) => void
}

/** Asks for one comparison with one of the agency's own fields. */
export const OwnFilterDialog = ({ fields, onClose, onDone }: Props) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [key, setKey] = useState(fields[0]?.key ?? '')
  const field = fields.find((one) => one.key === key)
  const operators = field ? offeredFor(field.type) : []
  const [asked, setAsked] = useState<string | null>(null)
  const operator = operators.find((one) => one === asked) ?? operators[0]
  const [value, setValue] = useState<unknown>(null)
  const [problem, setProblem] = useState<string | undefined>(undefined)

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])

  const submit = () => {
    if (!field || !operator) return
    const compared = comparable({ field, operator, value })
    if (compared === null) setProblem('Give a value to compare with.')
    else onDone({ key, operator: operator === 'empty' ? 'exists' : operator, value: compared })
  }

  return createPortal(
    <dialog ref={dialog} className="pwa-dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          submit()
        }}
      >
        <h2 id={`${id}-title`} className="pwa-dialog__title">
          Filter by own field
        </h2>
        <div className="pwa-field">
          <label htmlFor={`${id}-field`} className="pwa-field__label">
            Field
          </label>
          <select
            id={`${id}-field`}
            value={key}
            onChange={({ target }) => {
              setKey(target.value)
              setValue(null)
            }}
          >
            {fields.map((one) => (
              <option key={one.key} value={one.key}>
                {one.label}
              </option>
            ))}
          </select>
        </div>
        <div className="pwa-field">
          <label htmlFor={`${id}-operator`} className="pwa-field__label">
            Comparison
          </label>
          <select
            id={`${id}-operator`}
            value={operator ?? ''}
            onChange={({ target }) => setAsked(target.value)}
          >
            {field
              ? operators.map((one) => (
                  <option key={one} value={one}>
                    {operatorWords({ operator: one, type: field.type })}
                  </option>
                ))
              : null}
          </select>
        </div>
        {field && operator && operator !== 'exists' && operator !== 'empty' ? (
          <CustomValueInput
            key={`${field.key}-${operator}`}
            field={{ ...field, label: 'Value', help: null, type: typeOf(field.type) }}
            value={value}
            people={{}}
            isFixed={false}
            isRequired={false}
            problem={problem}
            onLeave={() => undefined}
            onChange={(next) => {
              setValue(next)
              setProblem(undefined)
            }}
          />
        ) : null}
        <div className="pwa-dialog__acts">
          <button type="button" className="pwa-btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="pwa-btn pwa-btn--primary">
            Filter
          </button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

export const operatorWords = ({
  operator,
  type,
}: {
  operator: string
  type: CustomFieldType
}): string => {
  const isDay = type === 'day'
  switch (operator) {
    case 'equals':
      return 'is'
    case 'not_equals':
      return 'is not'
    case 'contains':
      return type === 'choices' ? 'includes' : 'contains'
    case 'exists':
      return 'is filled in'
    case 'empty':
      return 'is empty'
    case 'greater_than':
      return isDay ? 'is after' : 'is more than'
    case 'greater_than_equal':
      return isDay ? 'is on or after' : 'is at least'
    case 'less_than':
      return isDay ? 'is before' : 'is less than'
    case 'less_than_equal':
      return isDay ? 'is on or before' : 'is at most'
    default:
      return operator
  }
}

/** Lists of values are for the API; `exists` is asked both ways. */
const offeredFor = (type: CustomFieldType): readonly string[] => [
  ...operatorsFor[type].filter((one) => !['in', 'not_in', 'like', 'exists'].includes(one)),
  'exists',
  'empty',
]

/** Several choices are asked for one at a time, and a part of a long text is a short one. */
const typeOf = (type: CustomFieldType): CustomFieldType =>
  type === 'choices' ? 'choice' : type === 'longText' || type === 'link' ? 'text' : type

const comparable = ({
  field,
  operator,
  value,
}: {
  field: CustomField
  operator: string
  value: unknown
}): OwnCondition['value'] | null => {
  if (operator === 'exists') return true
  if (operator === 'empty') return false
  const money = customMoney.safeParse(value)
  if (field.type === 'money') return money.success ? money.data.amountMinor : null
  const person = customPerson.safeParse(value)
  if (field.type === 'person') return person.success ? person.data.id : null
  if (field.type === 'number') return typeof value === 'number' ? value : null
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}
