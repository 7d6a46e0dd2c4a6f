'use client'

import Link from 'next/link'
import { useEffect, useId, useRef, useState } from 'react'

import { NoticeList } from './NoticeList'
import { useNotices } from './use-notices'

/** The bell in the header of the admin: how many notifications are new, and the latest of them. */
export const Bell = () => {
  const { answer, markRead, zone, locale, reload } = useNotices({ limit: 8 })
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const panelId = useId()

  useEffect(() => {
    if (!isOpen) return
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !root.current?.contains(target)
    const closeOutside = (event: Event) => {
      if (isOutside(event.target)) setOpen(false)
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      root.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', closeOnEscape)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      document.removeEventListener('keydown', closeOnEscape)
    }
  }, [isOpen])

  const page = answer?.ok ? answer.page : null
  const unread = page?.unread ?? 0
  return (
    <div ref={root} className="pwa-bell" data-known={page !== null}>
      <button
        type="button"
        className="pwa-bell__button"
        aria-label={unread === 0 ? 'Notifications' : `Notifications, ${countOf(unread)} new`}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => {
          if (!isOpen) reload()
          setOpen(!isOpen)
        }}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          <path
            d="M10 2.5a5 5 0 0 0-5 5c0 4-1.5 5.5-2 6h14c-.5-.5-2-2-2-6a5 5 0 0 0-5-5ZM8.2 16.2a2 2 0 0 0 3.6 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        {unread > 0 ? (
          <span className="pwa-bell__count" aria-hidden="true">
            {countOf(unread)}
          </span>
        ) : null}
      </button>
      <section id={panelId} className="pwa-bell__panel" aria-label="Notifications" hidden={!isOpen}>
        <div className="pwa-bell__head">
          <h2 className="pwa-bell__title">Notifications</h2>
          <button
            type="button"
            className="pwa-btn pwa-btn--quiet"
            disabled={unread === 0}
            onClick={() => markRead()}
          >
            Mark all as read
          </button>
        </div>
        {answer === null ? <p className="pwa-bell__note">Reading…</p> : null}
        {answer && !answer.ok ? (
          <p className="pwa-bell__note" role="alert">
            {answer.message}
          </p>
        ) : null}
        {page && page.notices.length === 0 ? (
          <p className="pwa-bell__note">
            Nothing yet. You will hear of what concerns you: mentions, answers, requests.
          </p>
        ) : null}
        {page ? (
          <NoticeList
            notices={page.notices}
            zone={zone}
            locale={locale}
            onFollow={({ id }) => {
              markRead([id])
              setOpen(false)
            }}
          />
        ) : null}
        <div className="pwa-bell__foot">
          <Link href="/admin/notifications" onClick={() => setOpen(false)}>
            See all
          </Link>
          <Link href="/admin/notifications/settings" onClick={() => setOpen(false)}>
            Choose what you hear of
          </Link>
        </div>
      </section>
    </div>
  )
}

const countOf = (unread: number): string => (unread > 99 ? '99+' : String(unread))
