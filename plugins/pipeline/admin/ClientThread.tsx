'use client'

import { useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useState } from 'react'

import {
  CommandDialog,
  momentsOf,
  useAction,
  useLiveEvents,
  usePermissions,
} from '#plugins/kernel/admin'
import { readThread, type ThreadAnswer } from './read-thread'
import { writeToClientAction } from './thread-actions'

/** What the client and the agency wrote to each other, beside the order and apart from the notes. */
export const ClientThread: UIFieldClientComponent = () => {
  const { id } = useDocumentInfo()
  const clientId: unknown = useFormFields(([fields]) => fields.client?.value)
  if (id === undefined || typeof clientId !== 'string') return null
  return <Thread key={String(id)} jobOrderId={String(id)} clientId={clientId} />
}

const Thread = ({ jobOrderId, clientId }: { jobOrderId: string; clientId: string }) => {
  const { user } = useAuth<{ zone?: string; locale?: string }>()
  const may = usePermissions()
  const [answer, setAnswer] = useState<ThreadAnswer | null>(null)
  const reload = useCallback(() => {
    void readThread(jobOrderId).then(setAnswer)
  }, [jobOrderId])
  useEffect(reload, [reload])
  useLiveEvents({
    concerns: ({ name, subject, orderId }) =>
      name.startsWith('client-message.') && [subject.id, orderId].includes(jobOrderId),
    onChange: reload,
  })
  const { open, start, close, finish, isBusy } = useAction({ onDone: reload })

  if (!answer) return <p className="pwa-story__note">Reading the messages…</p>
  const title = 'Messages with the client'
  if (answer.kind === 'failed')
    return (
      <section className="pwa-story" aria-label={title}>
        <h2 className="pwa-story__title">{title}</h2>
        <p className="pwa-story__note" role="alert">
          {answer.message}
        </p>
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={reload}>
          Try again
        </button>
      </section>
    )
  const unread = answer.messages.filter(({ isNew }) => isNew).length
  const zone = user?.zone ?? 'UTC'
  const locale = user?.locale ?? 'en'
  return (
    <section className="pwa-story pwa-thread" aria-label={title}>
      <div className="pwa-story__head">
        <h2 className="pwa-story__title">
          {title}
          {unread > 0 ? <span className="pwa-thread__new">{unread} new</span> : null}
        </h2>
        {may('orders.write') ? (
          <button
            type="button"
            className="pwa-btn pwa-btn--small"
            disabled={isBusy}
            onClick={() =>
              start(writeToClientAction({ jobOrderId, clientId, contact: answer.contact }))
            }
          >
            Write to the client…
          </button>
        ) : null}
      </div>
      <p className="pwa-story__note">
        The client reads these in the portal and by mail. Notes for the team stand in the timeline.
      </p>
      {answer.messages.length === 0 ? (
        <p className="pwa-story__note">Nobody has written yet.</p>
      ) : (
        <ol className="pwa-thread__list">
          {answer.messages.map((message) => {
            const { ago, moment } = momentsOf({ at: message.writtenAt, zone, locale })
            return (
              <li
                key={message.id}
                className={`pwa-thread__item${message.isOurs ? ' pwa-thread__item--ours' : ''}`}
              >
                <p className="pwa-thread__meta">
                  {message.who},{' '}
                  <time dateTime={message.writtenAt} title={moment}>
                    {ago}
                  </time>
                  {message.isNew ? <span className="pwa-thread__new">new</span> : null}
                  {message.isOurs && message.isRead ? ' · read' : null}
                </p>
                <p className="pwa-thread__text">{message.text}</p>
              </li>
            )
          })}
        </ol>
      )}
      {unread > 0 && may('orders.write') ? (
        <button
          type="button"
          className="pwa-btn pwa-btn--quiet"
          disabled={isBusy}
          onClick={() =>
            start({
              command: 'read-client-messages',
              label: 'Mark as read',
              input: { jobOrderId },
              done: 'Marked as read.',
            })
          }
        >
          Mark as read
        </button>
      ) : null}
      {open ? (
        <CommandDialog key={open.label} action={open} onClose={close} onDone={finish} />
      ) : null}
    </section>
  )
}
