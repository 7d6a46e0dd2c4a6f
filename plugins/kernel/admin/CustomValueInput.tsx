'use client'

import { useId, useState, type ReactNode } from 'react'

import {
  customMoney,
  customPerson,
  formatScaled,
  minorDigitsOf,
  parseScaled,
  type CustomField,
  type PersonKind,
} from '#plugins/kernel/domain'
import type { RelationField } from './command-action'
import { RelationSelect } from './RelationSelect'

type Props = {
  field: CustomField
  value: unknown
  people: Readonly<Record<string, string>>
  isFixed: boolean
  isRequired: boolean
  problem: string | undefined
  onChange: (value: unknown) => void
  onLeave: () => void
}

type Described = {
  id: string
  disabled: boolean
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

/** One of the agency's own fields with its label, its help and its error beside it. */
export const CustomValueInput = (props: Props) => {
  const { field, isFixed, isRequired, problem, onLeave } = props
  const id = `custom-${field.key}`
  const notes = [...(field.help ? [`${id}-help`] : []), ...(problem ? [`${id}-problem`] : [])]
  const common: Described = {
    id,
    disabled: isFixed,
    'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
    'aria-invalid': problem !== undefined,
  }
  const isGroup = field.type === 'choices'
  const Frame = isGroup ? 'fieldset' : 'div'
  const Label = isGroup ? 'legend' : 'label'
  return (
    <Frame
      className={[
        'pwa-field',
        problem ? 'pwa-field--wrong' : '',
        field.type === 'longText' || isGroup ? 'pwa-own__wide' : '',
      ].join(' ')}
      onBlur={onLeave}
    >
      <Label {...(isGroup ? {} : { htmlFor: id })} className="pwa-field__label">
        <span>
          {field.label}
          {isRequired ? <span className="pwa-field__star"> *</span> : null}
        </span>
      </Label>
      <Input {...props} common={common} />
      {problem ? (
        <p id={`${id}-problem`} className="pwa-field__problem" role="alert">
          {problem}
        </p>
      ) : null}
      {field.help ? (
        <p id={`${id}-help`} className="pwa-field__about">
          {field.help}
        </p>
      ) : null}
    </Frame>
  )
}

const Input = (props: Props & { common: Described }): ReactNode => {
  const { field, value, common, onChange } = props
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const set = (event: { target: { value: string } }) => onChange(event.target.value || null)
  switch (field.type) {
    case 'text':
      return <input {...common} type="text" maxLength={500} value={text} onChange={set} />
    case 'link':
      return <input {...common} type="url" placeholder="https://" value={text} onChange={set} />
    case 'longText':
      return <textarea {...common} rows={4} maxLength={10_000} value={text} onChange={set} />
    case 'day':
      return <input {...common} type="date" value={text} onChange={set} />
    case 'number':
      return <NumberInput {...props} />
    case 'money':
      return <MoneyInput {...props} />
    case 'yesNo':
      return (
        <select
          {...common}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value === 'yes')}
        >
          <option value="">–</option>
          <option value="yes">Yes</option>
          <option value="no">No</option>
        </select>
      )
    case 'choice':
      return (
        <select {...common} value={text} onChange={set}>
          <option value="">–</option>
          {field.options
            .filter((option) => !option.isRetired || option.value === value)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
        </select>
      )
    case 'choices':
      return <Choices {...props} />
    case 'person':
      return <PersonInput {...props} />
  }
}

/** What is not a number is kept as typed and refused in words. */
const NumberInput = ({ value, common, onChange }: Props & { common: Described }) => {
  const [typed, setTyped] = useState<string | null>(null)
  const stored = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return (
    <input
      {...common}
      type="text"
      inputMode="decimal"
      value={typed ?? stored}
      onChange={({ target }) => {
        setTyped(target.value)
        const text = target.value.trim()
        onChange(text === '' ? null : Number.isNaN(Number(text)) ? text : Number(text))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

const MoneyInput = ({ field, value, common, onChange }: Props & { common: Described }) => {
  const [typed, setTyped] = useState<string | null>(null)
  const scale = minorDigitsOf(field.currency)
  const money = customMoney.safeParse(value)
  const stored = money.success
    ? formatScaled({ value: money.data.amountMinor, scale })
    : typeof value === 'string'
      ? value
      : ''
  return (
    <span className="pwa-field__row">
      <input
        {...common}
        type="text"
        inputMode="decimal"
        value={typed ?? stored}
        onChange={({ target }) => {
          setTyped(target.value)
          const amountMinor = parseScaled({ text: target.value, scale })
          const isEmpty = target.value.trim() === ''
          onChange(
            isEmpty
              ? null
              : amountMinor === null
                ? target.value
                : { amountMinor, currency: field.currency },
          )
        }}
        onBlur={() => setTyped(null)}
      />
      <span className="pwa-field__unit">{field.currency}</span>
    </span>
  )
}

const Choices = ({ field, value, common, onChange }: Props & { common: Described }) => {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const toggle = (option: string) =>
    chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]
  return (
    <div id={common.id} className="pwa-own__ticks">
      {field.options
        .filter((option) => !option.isRetired || chosen.includes(option.value))
        .map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              disabled={common.disabled}
              aria-describedby={common['aria-describedby']}
              onChange={() => onChange(toggle(option.value))}
            />
            <span>{option.label}</span>
          </label>
        ))}
    </div>
  )
}

const relations: Readonly<Record<PersonKind, RelationField>> = {
  user: { type: 'relation', collection: 'users', titleFields: ['name'] },
  candidate: {
    type: 'relation',
    collection: 'candidates',
    titleFields: ['firstName', 'lastName'],
  },
  'client-contact': {
    type: 'relation',
    collection: 'client-contacts',
    titleFields: ['firstName', 'lastName'],
  },
}

const PersonInput = ({ field, value, people, common, onChange }: Props & { common: Described }) => {
  const listKey = useId()
  const kind = field.personKind ?? 'user'
  const person = customPerson.safeParse(value)
  const [chosen, setChosen] = useState(() =>
    person.success
      ? { id: person.data.id, title: people[person.data.id] ?? 'Somebody you may not see' }
      : null,
  )
  if (common.disabled) return <input {...common} type="text" readOnly value={chosen?.title ?? ''} />
  return (
    <RelationSelect
      key={listKey}
      id={common.id}
      field={relations[kind]}
      value={chosen}
      describedBy={common['aria-describedby']}
      isInvalid={common['aria-invalid']}
      onChange={(option) => {
        setChosen(option)
        onChange(option ? { kind, id: option.id } : null)
      }}
    />
  )
}
