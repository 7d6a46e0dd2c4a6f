'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

import {
  customFieldTypeNames,
  customFieldTypes,
  personKinds,
  type CustomField,
  type CustomFieldType,
  type ShowWhen,
} from '#plugins/kernel/domain'
import { callCommand } from './call-command'

export type Choice = { value: string; label: string }

type Props = {
  collection: string
  /** Null: a new one. */
  field: CustomField | null
  others: readonly CustomField[]
  states: readonly Choice[]
  permissions: readonly Choice[]
  onClose: () => void
  onDone: (label: string) => void
}

type Draft = {
  label: string
  type: CustomFieldType
  help: string
  options: readonly { key: string; value?: string; label: string }[]
  currency: string
  personKind: string
  isRequired: boolean
  requiredIn: readonly string[]
  showWhen: ShowWhen | null
  readPermission: string
  writePermission: string
  isInList: boolean
}

/** Shapes a field: what it holds is chosen once, everything else may change later. */
export const CustomFieldDialog = ({
  collection,
  field,
  others,
  states,
  permissions,
  onClose,
  onDone,
}: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [draft, setDraft] = useState(() => draftOf(field))
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const sentBefore = useRef<{ body: string; key: string } | null>(null)
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const hasOptions = draft.type === 'choice' || draft.type === 'choices'

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])

  const submit = async () => {
    setBusy(true)
    const input = inputFrom({ draft, field, collection })
    const body = JSON.stringify(input)
    const key = sentBefore.current?.body === body ? sentBefore.current.key : crypto.randomUUID()
    sentBefore.current = { body, key }
    const command = field ? 'change-custom-field' : 'add-custom-field'
    const answer = await callCommand({ command, input, key })
    setBusy(false)
    if (answer.ok) {
      onDone(draft.label.trim())
      return
    }
    setProblems(answer.fields)
    setMessage(Object.keys(answer.fields).length > 0 ? null : answer.message)
  }

  return createPortal(
    <dialog ref={dialog} className="pwa-dialog" aria-labelledby={titleId} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void submit()
        }}
      >
        <h2 id={titleId} className="pwa-dialog__title">
          {field ? `Edit “${field.label}”` : 'Add a field'}
        </h2>
        <Row
          label="Label"
          problem={problems.label}
          about="As people read it. Renaming keeps all values."
        >
          {(common) => (
            <input
              {...common}
              type="text"
              maxLength={80}
              value={draft.label}
              onChange={({ target }) => set({ label: target.value })}
            />
          )}
        </Row>
        {field ? (
          <p className="pwa-field__about">
            Holds: {customFieldTypes[field.type]}. In the API it is called <code>{field.key}</code>.
          </p>
        ) : (
          <Row label="What it holds" problem={problems.type}>
            {(common) => (
              <select
                {...common}
                value={draft.type}
                onChange={({ target }) => {
                  const type = typeOf(target.value)
                  if (type) set({ type })
                }}
              >
                {Object.entries(customFieldTypes).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Row>
        )}
        {hasOptions ? (
          <Options
            options={draft.options}
            problem={problems.options ?? firstAt({ problems, prefix: 'options.' })}
            onChange={(options) => set({ options })}
          />
        ) : null}
        {draft.type === 'money' && !field ? (
          <Row label="Currency" problem={problems.currency} about="Three letters, such as USD.">
            {(common) => (
              <input
                {...common}
                type="text"
                maxLength={3}
                value={draft.currency}
                onChange={({ target }) => set({ currency: target.value.toUpperCase() })}
              />
            )}
          </Row>
        ) : null}
        {draft.type === 'person' && !field ? (
          <Row label="Who is named" problem={problems.personKind}>
            {(common) => (
              <select
                {...common}
                value={draft.personKind}
                onChange={({ target }) => set({ personKind: target.value })}
              >
                {Object.entries(personKinds).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Row>
        ) : null}
        <Row label="Help text" isOptional problem={problems.help} about="Stands below the field.">
          {(common) => (
            <input
              {...common}
              type="text"
              maxLength={300}
              value={draft.help}
              onChange={({ target }) => set({ help: target.value })}
            />
          )}
        </Row>
        <Tick
          label="Show it in lists"
          isOn={draft.isInList}
          onChange={(isInList) => set({ isInList })}
        />
        <Tick
          label="Required in every form"
          isOn={draft.isRequired}
          onChange={(isRequired) => set({ isRequired })}
        />
        {states.length > 0 ? (
          <Ticks
            legend="Required before these states"
            choices={states}
            chosen={draft.requiredIn}
            problem={problems.requiredIn}
            onChange={(requiredIn) => set({ requiredIn })}
          />
        ) : null}
        <Condition
          others={others}
          value={draft.showWhen}
          problem={problems.showWhen ?? firstAt({ problems, prefix: 'showWhen.' })}
          onChange={(showWhen) => set({ showWhen })}
        />
        <RightSelect
          label="Who sees it"
          everybody="Everybody who sees the record"
          value={draft.readPermission}
          permissions={permissions}
          problem={problems.readPermission}
          onChange={(readPermission) => set({ readPermission })}
        />
        <RightSelect
          label="Who changes it"
          everybody="Everybody who sees it and may change the record"
          value={draft.writePermission}
          permissions={permissions}
          problem={problems.writePermission}
          onChange={(writePermission) => set({ writePermission })}
        />
        <p className="pwa-dialog__message" role="alert">
          {message}
        </p>
        <div className="pwa-dialog__acts">
          <button type="button" className="pwa-btn" disabled={isBusy} onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="pwa-btn pwa-btn--primary" aria-disabled={isBusy}>
            {isBusy ? 'One moment…' : field ? 'Save' : 'Add the field'}
          </button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

const draftOf = (field: CustomField | null): Draft => ({
  label: field?.label ?? '',
  type: field?.type ?? 'text',
  help: field?.help ?? '',
  options: (field?.options ?? [])
    .filter(({ isRetired }) => !isRetired)
    .map(({ value, label }) => ({ key: value, value, label })),
  currency: field?.currency ?? 'USD',
  personKind: field?.personKind ?? 'user',
  isRequired: field?.isRequired ?? false,
  requiredIn: field?.requiredIn ?? [],
  showWhen: field?.showWhen ?? null,
  readPermission: field?.readPermission ?? '',
  writePermission: field?.writePermission ?? '',
  isInList: field?.isInList ?? false,
})

const inputFrom = ({
  draft,
  field,
  collection,
}: {
  draft: Draft
  field: CustomField | null
  collection: string
}): Record<string, unknown> => {
  const hasOptions = draft.type === 'choice' || draft.type === 'choices'
  const details = {
    label: draft.label,
    help: draft.help,
    ...(hasOptions
      ? {
          options: draft.options.map(({ value, label }) => ({
            ...(value === undefined ? {} : { value }),
            label,
          })),
        }
      : {}),
    isRequired: draft.isRequired,
    requiredIn: draft.requiredIn,
    showWhen: draft.showWhen,
    readPermission: draft.readPermission,
    writePermission: draft.writePermission,
    isInList: draft.isInList,
  }
  if (field) return { customFieldId: field.id, ...details }
  return {
    appliesTo: collection,
    type: draft.type,
    ...(draft.type === 'money' ? { currency: draft.currency } : {}),
    ...(draft.type === 'person' ? { personKind: draft.personKind } : {}),
    ...details,
  }
}

const typeOf = (value: string): CustomFieldType | undefined =>
  customFieldTypeNames.find((type) => type === value)

const firstAt = ({
  problems,
  prefix,
}: {
  problems: Readonly<Record<string, string>>
  prefix: string
}): string | undefined => Object.entries(problems).find(([name]) => name.startsWith(prefix))?.[1]

const Row = ({
  label,
  about,
  problem,
  isOptional = false,
  children,
}: {
  label: string
  about?: string
  problem?: string | undefined
  isOptional?: boolean
  children: (common: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': boolean
  }) => ReactNode
}) => {
  const id = useId()
  const notes = [...(problem ? [`${id}-problem`] : []), ...(about ? [`${id}-about`] : [])]
  return (
    <div className={`pwa-field${problem ? ' pwa-field--wrong' : ''}`}>
      <label htmlFor={id} className="pwa-field__label">
        {label}
        {isOptional ? <span className="pwa-field__optional">optional</span> : null}
      </label>
      {children({
        id,
        'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
        'aria-invalid': problem !== undefined,
      })}
      {problem ? (
        <p id={`${id}-problem`} className="pwa-field__problem">
          {problem}
        </p>
      ) : null}
      {about ? (
        <p id={`${id}-about`} className="pwa-field__about">
          {about}
        </p>
      ) : null}
    </div>
  )
}

const Tick = ({
  label,
  isOn,
  onChange,
}: {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}) => (
  <div className="pwa-field pwa-field--tick">
    <label>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  </div>
)

const Ticks = ({
  legend,
  choices,
  chosen,
  problem,
  onChange,
}: {
  legend: string
  choices: readonly Choice[]
  chosen: readonly string[]
  problem?: string | undefined
  onChange: (chosen: readonly string[]) => void
}) => (
  <fieldset className="pwa-field">
    <legend className="pwa-field__label">{legend}</legend>
    <div className="pwa-own__ticks">
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() =>
              onChange(
                chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
              )
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
    {problem ? <p className="pwa-field__problem">{problem}</p> : null}
  </fieldset>
)

const Options = ({
  options,
  problem,
  onChange,
}: {
  options: Draft['options']
  problem: string | undefined
  onChange: (options: Draft['options']) => void
}) => (
  <fieldset className={`pwa-field${problem ? ' pwa-field--wrong' : ''}`}>
    <legend className="pwa-field__label">Choices</legend>
    {options.map((option, at) => (
      <span key={option.key} className="pwa-field__row">
        <input
          type="text"
          maxLength={80}
          aria-label={`Choice ${at + 1}`}
          value={option.label}
          onChange={({ target }) =>
            onChange(
              options.map((one) =>
                one.key === option.key ? { ...one, label: target.value } : one,
              ),
            )
          }
        />
        <button
          type="button"
          className="pwa-btn pwa-btn--quiet"
          aria-label={`Move choice ${at + 1} up`}
          disabled={at === 0}
          onClick={() => onChange(swapped({ options, at }))}
        >
          ↑
        </button>
        <button
          type="button"
          className="pwa-btn pwa-btn--quiet"
          aria-label={`Remove choice ${at + 1}`}
          onClick={() => onChange(options.filter((one) => one.key !== option.key))}
        >
          ×
        </button>
      </span>
    ))}
    {problem ? <p className="pwa-field__problem">{problem}</p> : null}
    <button
      type="button"
      className="pwa-btn"
      onClick={() => onChange([...options, { key: crypto.randomUUID(), label: '' }])}
    >
      Add a choice
    </button>
    <p className="pwa-field__about">
      A choice that you take away stays in the records that have it, and is not offered any more.
    </p>
  </fieldset>
)

const swapped = ({ options, at }: { options: Draft['options']; at: number }): Draft['options'] => {
  const next = [...options]
  const [moved] = next.splice(at, 1)
  if (moved) next.splice(at - 1, 0, moved)
  return next
}

const Condition = ({
  others,
  value,
  problem,
  onChange,
}: {
  others: readonly CustomField[]
  value: ShowWhen | null
  problem: string | undefined
  onChange: (value: ShowWhen | null) => void
}) => {
  const possible = others.filter(({ showWhen }) => showWhen === null)
  if (possible.length === 0 && !value) return null
  const other = others.find(({ key }) => key === value?.key)
  const choices =
    other?.type === 'yesNo'
      ? [
          { value: true, label: 'Yes' },
          { value: false, label: 'No' },
        ]
      : (other?.options ?? []).filter(({ isRetired }) => !isRetired)
  const chosen = value?.is === 'any-of' ? value.values : []
  return (
    <>
      <Row label="Show it only when" isOptional problem={problem}>
        {(common) => (
          <select
            {...common}
            value={value?.key ?? ''}
            onChange={({ target }) =>
              onChange(target.value ? { key: target.value, is: 'filled' } : null)
            }
          >
            <option value="">Always shown</option>
            {possible.map((field) => (
              <option key={field.key} value={field.key}>
                {field.label} is filled in
              </option>
            ))}
          </select>
        )}
      </Row>
      {other && choices.length > 0 ? (
        <fieldset className="pwa-field">
          <legend className="pwa-field__label">… and is one of these (none: anything)</legend>
          <div className="pwa-own__ticks">
            {choices.map((choice) => (
              <label key={String(choice.value)}>
                <input
                  type="checkbox"
                  checked={chosen.includes(choice.value)}
                  onChange={() => {
                    const next = chosen.includes(choice.value)
                      ? chosen.filter((one) => one !== choice.value)
                      : [...chosen, choice.value]
                    onChange(
                      next.length > 0
                        ? { key: other.key, is: 'any-of', values: next }
                        : { key: other.key, is: 'filled' },
                    )
                  }}
                />
                <span>{choice.label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  )
}

const RightSelect = ({
  label,
  everybody,
  value,
  permissions,
  problem,
  onChange,
}: {
  label: string
  everybody: string
  value: string
  permissions: readonly Choice[]
  problem: string | undefined
  onChange: (value: string) => void
}) => (
  <Row label={label} problem={problem}>
    {(common) => (
      <select {...common} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{everybody}</option>
        {permissions.map((permission) => (
          <option key={permission.value} value={permission.value}>
            Only who may: {permission.label}
          </option>
        ))}
      </select>
    )}
  </Row>
)
