'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

import { callCommand } from './call-command'
import { firstValue, type CommandAction, type FieldValue } from './command-action'
import { CommandFieldInput } from './CommandFieldInput'
import { inputOf } from './input-of'

type Props = {
  action: CommandAction
  onClose: () => void
  onDone: (result: unknown) => void
  /** Shown between the explanation and the fields: whom it is about. */
  children?: ReactNode
}

/**
 * Asks for what a command needs, sends it once, and shows a refusal beside the field it is about; what
 * was typed stays. The browser's own modal dialog holds the focus and closes on Escape. It stands at the
 * end of the page and not where it is called: browsers let no `submit` out of a form that lies in
 * another one, and a record is a form.
 */
export const CommandDialog = ({ action, onClose, onDone, children }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const fields = action.fields ?? []
  const title = action.label.replace(/…$/, '')
  const [values, setValues] = useState<Record<string, FieldValue>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, firstValue(field)])),
  )
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const sentBefore = useRef<{ body: string; key: string } | null>(null)

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])

  const submit = async () => {
    const read = inputOf({ fields, values })
    if (!read.ok) {
      setProblems(read.fields)
      setMessage(null)
      return
    }
    setBusy(true)
    const input = { ...action.input, ...read.input }
    const body = JSON.stringify(input)
    const key = sentBefore.current?.body === body ? sentBefore.current.key : crypto.randomUUID()
    sentBefore.current = { body, key }
    const answer = await callCommand({ command: action.command, input, key })
    setBusy(false)
    if (answer.ok) {
      onDone(answer.result)
      return
    }
    const known = new Set(fields.map((field) => field.name))
    setProblems(answer.fields)
    const isShownBeside =
      Object.keys(answer.fields).length > 0 &&
      Object.keys(answer.fields).every((name) => known.has(name))
    setMessage(isShownBeside ? null : answer.message)
  }

  return createPortal(
    <dialog
      ref={dialog}
      className="pwa-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (isBusy) event.preventDefault()
      }}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (!isBusy) void submit()
        }}
      >
        <h2 id={titleId} className="pwa-dialog__title">
          {title}
        </h2>
        {action.text ? <p className="pwa-dialog__text">{action.text}</p> : null}
        {children}
        {fields.map((field) => (
          <CommandFieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? null}
            problem={problems[field.name]}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <p className="pwa-dialog__message" role="alert">
          {message}
        </p>
        <div className="pwa-dialog__acts">
          <button type="button" className="pwa-btn" disabled={isBusy} onClick={onClose}>
            Cancel
          </button>
          <button
            type="submit"
            className={`pwa-btn ${action.tone === 'danger' ? 'pwa-btn--danger' : 'pwa-btn--primary'}`}
            aria-disabled={isBusy}
          >
            {isBusy ? 'One moment…' : title}
          </button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
