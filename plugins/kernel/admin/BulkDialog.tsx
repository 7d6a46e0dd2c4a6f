'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { z } from 'zod'

import { callCommand } from './call-command'
import { firstValue, type CommandAction, type FieldValue } from './command-action'
import { CommandFieldInput } from './CommandFieldInput'
import { inputOf } from './input-of'

const outcome = z.object({
  done: z.number(),
  skipped: z.number(),
  items: z.array(
    z.object({
      name: z.string(),
      isDone: z.boolean(),
      why: z.string().nullable(),
    }),
  ),
})

type Outcome = z.output<typeof outcome>

type Props = {
  /** A command that takes `isPreview` and answers with an outcome for each of many. */
  action: CommandAction
  onClose: () => void
  onDone: (message: string) => void
}

/**
 * Asks for what a bulk command needs, shows for whom it would be done and who is left out and why, and
 * does it when that is agreed to. What was shown is made by the command itself, which takes it back.
 */
export const BulkDialog = ({ action, onClose, onDone }: Props) => {
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
  const [preview, setPreview] = useState<Outcome | null>(null)
  const [key] = useState(() => crypto.randomUUID())

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])

  const call = async ({ isPreview }: { isPreview: boolean }): Promise<Outcome | null> => {
    const read = inputOf({ fields, values })
    if (!read.ok) {
      setProblems(read.fields)
      return null
    }
    setBusy(true)
    const answer = await callCommand({
      command: action.command,
      input: { ...action.input, ...read.input, isPreview },
      key: isPreview ? crypto.randomUUID() : key,
    })
    setBusy(false)
    if (answer.ok) {
      setProblems({})
      setMessage(null)
      return outcome.parse(answer.result)
    }
    setProblems(answer.fields)
    setMessage(answer.message)
    setPreview(null)
    return null
  }

  const go = async () => {
    if (!preview) {
      setPreview(await call({ isPreview: true }))
      return
    }
    const result = await call({ isPreview: false })
    if (result) onDone(doneWords({ done: action.done, result }))
  }

  const left = preview?.items.filter(({ isDone }) => !isDone) ?? []
  const taken = preview?.items.filter(({ isDone }) => isDone) ?? []
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
          if (!isBusy) void go()
        }}
      >
        <h2 id={titleId} className="pwa-dialog__title">
          {title}
        </h2>
        {action.text ? <p className="pwa-dialog__text">{action.text}</p> : null}
        {preview
          ? null
          : fields.map((field) => (
              <CommandFieldInput
                key={field.name}
                field={field}
                value={values[field.name] ?? null}
                problem={problems[field.name]}
                onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
              />
            ))}
        {preview ? (
          <div className="pwa-bulk" aria-live="polite">
            {left.length > 0 ? (
              <>
                <h3 className="pwa-bulk__title">{people(left.length)} left out</h3>
                <ul className="pwa-bulk__list">
                  {left.map(({ name, why }, at) => (
                    <li key={at}>
                      <strong>{name}</strong> <span>{why}</span>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
            <h3 className="pwa-bulk__title">
              {taken.length === 0 ? 'Nobody is left to do this for' : `For ${people(taken.length)}`}
            </h3>
            <ul className="pwa-bulk__list">
              {taken.map(({ name }, at) => (
                <li key={at}>{name}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <p className="pwa-dialog__message" role="alert">
          {message}
        </p>
        <div className="pwa-dialog__acts">
          <button type="button" className="pwa-btn" disabled={isBusy} onClick={onClose}>
            Cancel
          </button>
          {preview ? (
            <button
              type="button"
              className="pwa-btn"
              disabled={isBusy}
              onClick={() => setPreview(null)}
            >
              Back
            </button>
          ) : null}
          {preview && taken.length === 0 ? null : (
            <button
              type="submit"
              className={`pwa-btn ${action.tone === 'danger' ? 'pwa-btn--danger' : 'pwa-btn--primary'}`}
              aria-disabled={isBusy}
            >
              {buttonWords({ isBusy, preview, title })}
            </button>
          )}
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

const buttonWords = ({
  isBusy,
  preview,
  title,
}: {
  isBusy: boolean
  preview: Outcome | null
  title: string
}): string => {
  if (isBusy) return 'One moment…'
  return preview ? `${title} (${preview.done})` : 'See who is left out'
}

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

const doneWords = ({ done, result }: { done: string; result: Outcome }): string =>
  result.skipped === 0 ? done : `${done} ${people(result.skipped)} left out.`
