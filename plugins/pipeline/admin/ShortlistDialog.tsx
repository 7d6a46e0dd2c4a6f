'use client'

import { DraggableSortable, useDraggableSortable } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { z } from 'zod'

import {
  callCommand,
  CommandFieldInput,
  DragHandle,
  firstValue,
  inputOf,
  type CommandField,
  type FieldValue,
} from '#plugins/kernel/admin'
import { coverFields, shortlistFields } from './board-actions'
import type { ShownBoard } from './board-types'
import { ShortlistPreview, shortlistPreview } from './ShortlistPreview'

type Person = { submissionId: string; name: string }

type Props = {
  order: ShownBoard['order']
  cover: ShownBoard['cover']
  people: readonly Person[]
  onClose: () => void
  onDone: () => void
}

const answered = z.object({ preview: shortlistPreview.nullable() })

/**
 * Sends candidates to the client: in an order that is dragged or moved by keys, with a word on each, and
 * with the mail and the page looked at before they leave. The preview is made by the command itself.
 */
export const ShortlistDialog = ({ order, cover, people, onClose, onDone }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { head, last } = shortlistFields(order)
  const mail = coverFields(cover)
  const about = people.map(
    ({ submissionId, name }): CommandField => ({
      name: `recommendations.${submissionId}`,
      label: `What we say about ${name}`,
      type: 'textarea',
    }),
  )
  const fields = [...head, ...about, ...mail, ...last]
  const [values, setValues] = useState<Record<string, FieldValue>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, firstValue(field)])),
  )
  const [ids, setIds] = useState(() => people.map(({ submissionId }) => submissionId))
  const [isDragging, setDragging] = useState(false)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [preview, setPreview] = useState<z.output<typeof shortlistPreview> | null>(null)
  const [key, setKey] = useState(() => crypto.randomUUID())

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])

  const call = async ({ isPreview }: { isPreview: boolean }) => {
    const read = inputOf({ fields, values })
    if (!read.ok) {
      setProblems(read.fields)
      return
    }
    setBusy(true)
    const sent = await callCommand({
      command: 'send-shortlist',
      input: { jobOrderId: order.id, ...read.input, submissionIds: ids, isPreview },
      key: isPreview ? crypto.randomUUID() : key,
    })
    setBusy(false)
    if (!sent.ok) {
      setProblems(sent.fields)
      setMessage(sent.message)
      setPreview(null)
      // What is sent after a change is another shortlist.
      setKey(crypto.randomUUID())
      return
    }
    setProblems({})
    setMessage(null)
    if (isPreview) setPreview(answered.parse(sent.result).preview)
    else onDone()
  }

  const move = ({ from, to }: { from: number; to: number }) =>
    setIds((before) => {
      const id = before[from]
      if (id === undefined || to < 0 || to >= before.length) return before
      const next = before.filter((one) => one !== id)
      next.splice(to, 0, id)
      return next
    })

  const inputs = (shown: readonly CommandField[]) =>
    shown.map((field) => (
      <CommandFieldInput
        key={field.name}
        field={field}
        value={values[field.name] ?? null}
        problem={problems[field.name]}
        onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
      />
    ))

  return createPortal(
    <dialog
      ref={dialog}
      className="pwa-dialog pwa-dialog--wide"
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Escape puts a lifted candidate back and does not throw away what was written.
        if (isBusy || isDragging) event.preventDefault()
      }}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (!isBusy) void call({ isPreview: preview === null })
        }}
      >
        <h2 id={titleId} className="pwa-dialog__title">
          {preview ? `What ${order.client} gets` : 'Send shortlist'}
        </h2>
        {preview ? (
          <ShortlistPreview {...preview} />
        ) : (
          <>
            <p className="pwa-dialog__text">
              The contact at {order.client} gets a link and decides without signing in. Pay, notes
              and contact data are not shown.
            </p>
            {inputs(head)}
            <h3 className="pwa-shortlist__part">
              {people.length === 1 ? 'The candidate' : 'The candidates, in this order'}
            </h3>
            <DraggableSortable
              ids={[...ids]}
              onDragStart={() => setDragging(true)}
              onDragEnd={({ moveFromIndex, moveToIndex }) => {
                setDragging(false)
                move({ from: moveFromIndex, to: moveToIndex })
              }}
            >
              <ol className="pwa-shortlist">
                {ids.map((id, at) => {
                  const field = about.find(({ name }) => name === `recommendations.${id}`)
                  return (
                    <PersonRow
                      key={id}
                      id={id}
                      name={people.find(({ submissionId }) => submissionId === id)?.name ?? ''}
                      {...(at > 0 ? { onUp: () => move({ from: at, to: at - 1 }) } : {})}
                      {...(at < ids.length - 1
                        ? { onDown: () => move({ from: at, to: at + 1 }) }
                        : {})}
                    >
                      {field ? inputs([field]) : null}
                    </PersonRow>
                  )
                })}
              </ol>
            </DraggableSortable>
            {inputs(last)}
            <details
              className="pwa-shortlist__mail"
              open={mail.some(({ name }) => problems[name] !== undefined)}
            >
              <summary>Words of the mail</summary>
              {inputs(mail)}
            </details>
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
          <button type="submit" className="pwa-btn pwa-btn--primary" aria-disabled={isBusy}>
            {isBusy ? 'One moment…' : preview ? 'Send shortlist' : 'See what the client gets'}
          </button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

const PersonRow = ({
  id,
  name,
  onUp,
  onDown,
  children,
}: {
  id: string
  name: string
  onUp?: () => void
  onDown?: () => void
  children: ReactNode
}) => {
  const { attributes, listeners, setNodeRef, transform, transition } = useDraggableSortable({ id })
  return (
    <li
      ref={setNodeRef}
      className="pwa-shortlist__item"
      style={{ transform, transition }}
      aria-label={name}
    >
      <div className="pwa-shortlist__head">
        <DragHandle name={name} attributes={attributes} listeners={listeners} />
        <strong className="pwa-shortlist__name">{name}</strong>
        <button
          type="button"
          className="pwa-btn pwa-btn--small pwa-btn--quiet"
          aria-label={`Move ${name} up`}
          disabled={!onUp}
          onClick={onUp}
        >
          <span aria-hidden="true">↑</span>
        </button>
        <button
          type="button"
          className="pwa-btn pwa-btn--small pwa-btn--quiet"
          aria-label={`Move ${name} down`}
          disabled={!onDown}
          onClick={onDown}
        >
          <span aria-hidden="true">↓</span>
        </button>
      </div>
      {children}
    </li>
  )
}
