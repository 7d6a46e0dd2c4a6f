'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { z } from 'zod'

import { callCommand, CommandFieldInput, type FieldValue } from '#plugins/kernel/admin'
import { letterFields, type LetterReader } from '../domain/letter-fields'
import { LetterPreview, type ShownLetter } from './LetterPreview'
import { useTemplates } from './use-templates'

const outcome = z.object({
  done: z.number(),
  skipped: z.number(),
  mailingId: z.string().nullable(),
  items: z.array(
    z.object({
      readerId: z.string(),
      name: z.string(),
      isDone: z.boolean(),
      why: z.string().nullable(),
      subject: z.string(),
      text: z.string(),
      missing: z.array(z.string()),
    }),
  ),
})

type Outcome = z.output<typeof outcome>

/** Everybody with a label, in a talent pool, or found by a saved search. */
export type Audience = { labelId: string } | { poolId: string } | { savedSearchId: string }

export type LetterTo = {
  reader: LetterReader
  /** Chosen people, or everybody of an audience. */
  readerIds?: readonly string[]
  audience?: Audience
  /** Candidates of submissions, each about their own order. */
  submissionIds?: readonly string[]
  /** Of whom the writer chooses, instead of all who are given. */
  choices?: readonly { value: string; label: string }[]
  order?: { id: string; title: string } | null
  answersId?: string
  subject?: string
  isNews?: boolean
}

type Props = LetterTo & {
  title: string
  onClose: () => void
  onDone: (result: { done: number; skipped: number; mailingId: string | null }) => void
}

/**
 * Writes a letter: first the words, then how each reader gets them and who is left out and why. What is
 * shown is made by the command that sends, which takes it back.
 */
export const LetterDialog = ({
  reader,
  readerIds = [],
  audience,
  submissionIds = [],
  choices,
  order = null,
  answersId,
  subject = '',
  isNews = false,
  title,
  onClose,
  onDone,
}: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { templates, problem: templateProblem } = useTemplates(reader)
  const [values, setValues] = useState<Record<string, FieldValue>>({
    template: '',
    readerIds: [...readerIds],
    jobOrderId: order,
    isNews,
    subject,
    text: '',
  })
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [preview, setPreview] = useState<Outcome | null>(null)
  const [key] = useState(() => crypto.randomUUID())

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])

  const set = (name: string) => (value: FieldValue) => {
    const chosen = name === 'template' ? templates.find(({ id }) => id === value) : undefined
    setValues((before) => ({
      ...before,
      [name]: value,
      ...(chosen ? { subject: chosen.subject, text: chosen.text } : {}),
    }))
  }

  const call = async ({ isPreview }: { isPreview: boolean }): Promise<Outcome | null> => {
    const about = values.jobOrderId
    setBusy(true)
    const answer = await callCommand({
      command: 'send-letters',
      input: {
        reader,
        ...(audience ??
          (submissionIds.length > 0 ? { submissionIds } : { readerIds: values.readerIds })),
        jobOrderId: typeof about === 'object' && about && 'id' in about ? about.id : null,
        answersId: answersId ?? null,
        isNews: values.isNews === true,
        subject: values.subject,
        text: values.text,
        isPreview,
      },
      key: isPreview ? crypto.randomUUID() : key,
    })
    setBusy(false)
    if (answer.ok) {
      setProblems({})
      setMessage(null)
      return outcome.parse(answer.result)
    }
    setProblems(answer.fields)
    setMessage(Object.keys(answer.fields).some((name) => name in values) ? null : answer.message)
    setPreview(null)
    return null
  }

  const go = async () => {
    if (!preview) {
      setPreview(await call({ isPreview: true }))
      return
    }
    const result = await call({ isPreview: false })
    if (result) onDone(result)
  }

  const input = (field: Parameters<typeof CommandFieldInput>[0]['field']) => (
    <CommandFieldInput
      field={field}
      value={values[field.name] ?? null}
      problem={problems[field.name]}
      onChange={set(field.name)}
    />
  )

  return createPortal(
    <dialog
      ref={dialog}
      className="pwa-dialog pwa-letter"
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
        {preview ? (
          <LetterPreview letters={preview.items.map(shown)} left={preview.skipped} />
        ) : (
          <>
            {choices
              ? input({ name: 'readerIds', label: 'To', type: 'choices', options: choices })
              : null}
            {templates.length > 0
              ? input({
                  name: 'template',
                  label: 'Template',
                  type: 'select',
                  options: templates.map(({ id, name }) => ({ value: id, label: name })),
                })
              : null}
            {templateProblem ? <p className="pwa-field__problem">{templateProblem}</p> : null}
            {submissionIds.length === 0
              ? input({
                  name: 'jobOrderId',
                  label: 'About the order',
                  type: 'relation',
                  collection: 'job-orders',
                  titleFields: ['title', 'ref'],
                  description: 'Then the letter stands with the order too.',
                })
              : null}
            {input({ name: 'subject', label: 'Subject', type: 'text', isRequired: true })}
            {input({
              name: 'text',
              label: 'Text',
              type: 'textarea',
              isRequired: true,
              description: `Greeting and signature are added. Filled in for each: ${fieldWords(reader)}.`,
            })}
            {audience || readerIds.length > 1
              ? input({
                  name: 'isNews',
                  label: 'These are news or offers of jobs',
                  type: 'checkbox',
                  description:
                    'They carry a way out and go only to people who want them. Leave it empty for a matter of their own.',
                })
              : null}
          </>
        )}
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
          {preview?.done === 0 ? null : (
            <button type="submit" className="pwa-btn pwa-btn--primary" aria-disabled={isBusy}>
              {buttonWords({ isBusy, preview })}
            </button>
          )}
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

const shown = (item: Outcome['items'][number]): ShownLetter => ({ ...item, id: item.readerId })

const fieldWords = (reader: LetterReader): string =>
  Object.entries(letterFields(reader))
    .map(([name, { label }]) => `{{${name}}} (${label.toLowerCase()})`)
    .join(', ')

const buttonWords = ({ isBusy, preview }: { isBusy: boolean; preview: Outcome | null }): string => {
  if (isBusy) return 'One moment…'
  if (!preview) return 'See how it reads'
  return preview.done === 1 ? 'Send' : `Send ${preview.done} mails`
}
