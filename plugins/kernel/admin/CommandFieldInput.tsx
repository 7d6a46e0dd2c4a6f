'use client'

import { useId, useState } from 'react'

import { ChoicesInput } from './ChoicesInput'
import { recordIn, type CommandField, type FieldValue } from './command-action'
import { MomentsInput } from './MomentsInput'
import { RelationSelect } from './RelationSelect'
import { formatScaled } from '#plugins/kernel/domain'

type Props = {
  field: CommandField
  value: FieldValue
  problem: string | undefined
  onChange: (value: FieldValue) => void
}

/** One field of a command's dialog with its label, its explanation and its error beside it. */
export const CommandFieldInput = ({ field, value, problem, onChange }: Props) => {
  const id = useId()
  const notes = [
    ...(field.description ? [`${id}-about`] : []),
    ...(problem ? [`${id}-problem`] : []),
  ]
  const described = notes.length > 0 ? notes.join(' ') : undefined
  if (field.type === 'checkbox')
    return (
      <div className="pwa-field pwa-field--tick">
        <label htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={value === true}
            aria-describedby={described}
            onChange={(event) => onChange(event.target.checked)}
          />
          <span>{field.label}</span>
        </label>
        <Notes id={id} field={field} problem={problem} />
      </div>
    )
  if (field.type === 'choices')
    return (
      <ChoicesInput field={field} value={value} onChange={onChange} describedBy={described}>
        <Notes id={id} field={field} problem={problem} />
      </ChoicesInput>
    )
  if (field.type === 'moments')
    return (
      <MomentsInput field={field} value={value} onChange={onChange} describedBy={described}>
        <Notes id={id} field={field} problem={problem} />
      </MomentsInput>
    )
  return (
    <div className={`pwa-field${problem ? ' pwa-field--wrong' : ''}`}>
      <label htmlFor={id} className="pwa-field__label">
        {field.label}
        {field.isRequired ? null : <span className="pwa-field__optional">optional</span>}
      </label>
      {field.type === 'relation' ? (
        <RelationSelect
          id={id}
          field={field}
          value={recordIn(value)}
          onChange={onChange}
          describedBy={described}
          isInvalid={problem !== undefined}
        />
      ) : (
        <PlainInput
          id={id}
          field={field}
          value={value}
          describedBy={described}
          isInvalid={problem !== undefined}
          onChange={onChange}
        />
      )}
      <Notes id={id} field={field} problem={problem} />
    </div>
  )
}

const Notes = ({
  id,
  field,
  problem,
}: {
  id: string
  field: CommandField
  problem: string | undefined
}) => (
  <>
    {problem ? (
      <p id={`${id}-problem`} className="pwa-field__problem">
        {problem}
      </p>
    ) : null}
    {field.description ? (
      <p id={`${id}-about`} className="pwa-field__about">
        {field.description}
      </p>
    ) : null}
  </>
)

type PlainProps = {
  id: string
  field: Exclude<CommandField, { type: 'relation' | 'checkbox' | 'choices' | 'moments' }>
  value: FieldValue
  describedBy: string | undefined
  isInvalid: boolean
  onChange: (value: FieldValue) => void
}

const PlainInput = ({ id, field, value, describedBy, isInvalid, onChange }: PlainProps) => {
  const common = { id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid }
  const text = typeof value === 'object' ? '' : String(value)
  const set = (event: { target: { value: string } }) => onChange(event.target.value)
  switch (field.type) {
    case 'lines':
    case 'textarea':
      return (
        <textarea
          {...common}
          rows={4}
          value={text}
          placeholder={field.placeholder}
          onChange={set}
        />
      )
    case 'select':
      return (
        <select {...common} value={text} onChange={set}>
          {field.isRequired ? null : <option value="">–</option>}
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    case 'day':
      return <input {...common} type="date" value={text} min={field.least} onChange={set} />
    case 'time':
      return (
        <span className="pwa-field__row">
          <input {...common} type="time" value={text} onChange={set} />
          {field.unit ? <span className="pwa-field__unit">{field.unit}</span> : null}
        </span>
      )
    case 'colour':
      return (
        <span className="pwa-field__row">
          <input {...common} type="color" value={text} onChange={set} />
          <span className="pwa-field__unit">{text}</span>
        </span>
      )
    case 'number':
      return (
        <input
          {...common}
          type="number"
          inputMode="numeric"
          value={text}
          min={field.least}
          max={field.most}
          onChange={set}
        />
      )
    case 'amount':
      return (
        <AmountInput common={common} field={field} value={value} text={text} onChange={onChange} />
      )
    case 'secret':
      return (
        <input
          {...common}
          type="password"
          autoComplete="new-password"
          value={text}
          onChange={set}
        />
      )
    case 'text':
      return (
        <input
          {...common}
          type="text"
          value={text}
          placeholder={field.placeholder}
          onChange={set}
        />
      )
  }
}

const AmountInput = ({
  common,
  field,
  value,
  text,
  onChange,
}: {
  common: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }
  field: Extract<CommandField, { type: 'amount' }>
  value: FieldValue
  text: string
  onChange: (value: FieldValue) => void
}) => {
  const [shown] = useState(() =>
    typeof value === 'number' ? formatScaled({ value, scale: field.scale }) : text,
  )
  return (
    <span className="pwa-field__row">
      <input
        {...common}
        type="text"
        inputMode="decimal"
        value={typeof value === 'number' ? shown : text}
        onChange={(event) => onChange(event.target.value)}
      />
      {field.unit ? <span className="pwa-field__unit">{field.unit}</span> : null}
    </span>
  )
}
