'use client'

import Link from 'next/link'

import { momentsOf } from '#plugins/kernel/admin'
import type { ShownNotice } from './notice-page'

/** Notifications, each leading to its record; what is new carries a mark and says so. */
export const NoticeList = ({
  notices,
  zone,
  locale,
  onFollow,
}: {
  notices: readonly ShownNotice[]
  zone: string
  locale: string
  onFollow: (notice: ShownNotice) => void
}) => (
  <ul className="pwa-notices">
    {notices.map((notice) => {
      const { ago, moment } = momentsOf({ at: notice.at, zone, locale })
      const content = (
        <>
          <span className="pwa-notices__sentence">
            {notice.isRead ? null : <span className="pwa-sr-only">New: </span>}
            {notice.sentence}
          </span>
          <span className="pwa-notices__about">
            {notice.about?.title ?? 'The record is gone, or no longer yours to see.'}
          </span>
          <time className="pwa-notices__time" dateTime={notice.at} title={moment}>
            {ago}
          </time>
        </>
      )
      const className = `pwa-notices__item${notice.isRead ? '' : ' pwa-notices__item--new'}`
      return (
        <li key={notice.id}>
          {notice.about ? (
            <Link href={notice.about.path} className={className} onClick={() => onFollow(notice)}>
              {content}
            </Link>
          ) : (
            <button type="button" className={className} onClick={() => onFollow(notice)}>
              {content}
            </button>
          )}
        </li>
      )
    })}
  </ul>
)
