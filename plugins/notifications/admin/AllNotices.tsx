'use client'

import { useState } from 'react'

import { NoticeList } from './NoticeList'
import { useNotices } from './use-notices'

/** The whole list: all or the new ones, older ones on demand. */
export const AllNotices = () => {
  const [isUnreadOnly, setUnreadOnly] = useState(false)
  return (
    <section className="pwa-panel" aria-label="Your notifications">
      <div className="pwa-notices-bar">
        <div role="group" aria-label="Which ones" className="pwa-notices-bar__filter">
          {[false, true].map((value) => (
            <button
              key={String(value)}
              type="button"
              className="pwa-btn"
              aria-pressed={isUnreadOnly === value}
              onClick={() => setUnreadOnly(value)}
            >
              {value ? 'New' : 'All'}
            </button>
          ))}
        </div>
      </div>
      <Notices key={String(isUnreadOnly)} isUnreadOnly={isUnreadOnly} />
    </section>
  )
}

const Notices = ({ isUnreadOnly }: { isUnreadOnly: boolean }) => {
  const { answer, markRead, showOlder, reload, zone, locale } = useNotices({
    limit: 25,
    isUnreadOnly,
  })
  if (!answer) return <p className="pwa-bell__note">Reading your notifications…</p>
  if (!answer.ok)
    return (
      <div className="pwa-empty" role="alert">
        <p className="pwa-empty__title">{answer.message}</p>
        <button type="button" className="pwa-btn" onClick={reload}>
          Try again
        </button>
      </div>
    )
  const { notices, unread, before } = answer.page
  if (notices.length === 0)
    return (
      <div className="pwa-empty">
        <p className="pwa-empty__title">{isUnreadOnly ? 'Nothing new' : 'Nothing yet'}</p>
        <p className="pwa-empty__text">
          {isUnreadOnly
            ? 'You have seen everything there is.'
            : 'Mentions, answers of clients and candidates and new requests appear here.'}
        </p>
      </div>
    )
  return (
    <>
      <NoticeList
        notices={notices}
        zone={zone}
        locale={locale}
        onFollow={({ id }) => markRead([id])}
      />
      <div className="pwa-notices-bar">
        <button
          type="button"
          className="pwa-btn"
          disabled={unread === 0}
          onClick={() => markRead()}
        >
          Mark all as read
        </button>
        {before ? (
          <button type="button" className="pwa-btn pwa-btn--quiet" onClick={() => void showOlder()}>
            Show older
          </button>
        ) : null}
      </div>
    </>
  )
}
