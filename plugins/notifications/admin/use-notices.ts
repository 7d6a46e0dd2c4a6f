'use client'

import { toast, useAuth } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import { callCommand, useLiveEvents } from '#plugins/kernel/admin'
import { fetchNotices, type NoticeAnswer } from './notice-page'

/** One's own notifications, as they come; reading one shows at once and is put back when it fails. */
export const useNotices = ({
  limit,
  isUnreadOnly = false,
}: {
  limit: number
  isUnreadOnly?: boolean
}) => {
  const { user } = useAuth<{ id: string; zone?: string; locale?: string }>()
  const [answer, setAnswer] = useState<NoticeAnswer | null>(null)

  const reload = useCallback(() => {
    void fetchNotices({ limit, isUnreadOnly }).then(setAnswer)
  }, [limit, isUnreadOnly])
  useEffect(reload, [reload])
  useLiveEvents({
    concerns: ({ name, subject }) =>
      (name === 'notice.raised' || name === 'notice.read') && subject.id === user?.id,
    onChange: reload,
  })

  const markRead = (noticeIds?: readonly string[]) => {
    setAnswer((before) => (before?.ok ? withRead({ answer: before, noticeIds }) : before))
    void callCommand({
      command: 'read-notices',
      input: noticeIds ? { noticeIds } : {},
      key: crypto.randomUUID(),
    }).then((done) => {
      if (done.ok) return
      toast.error(done.message)
      reload()
    })
  }
  const showOlder = async () => {
    if (!answer?.ok || !answer.page.before) return
    const older = await fetchNotices({ limit, isUnreadOnly, before: answer.page.before })
    if (!older.ok) toast.error(older.message)
    else
      setAnswer({
        ok: true,
        page: { ...older.page, notices: [...answer.page.notices, ...older.page.notices] },
      })
  }
  return {
    answer,
    reload,
    markRead,
    showOlder,
    zone: user?.zone ?? 'UTC',
    locale: user?.locale ?? 'en',
  }
}

const withRead = ({
  answer: { page },
  noticeIds,
}: {
  answer: Extract<NoticeAnswer, { ok: true }>
  noticeIds: readonly string[] | undefined
}): NoticeAnswer => {
  const isMeant = (id: string) => !noticeIds || noticeIds.includes(id)
  const newlyRead = page.notices.filter(({ id, isRead }) => !isRead && isMeant(id)).length
  return {
    ok: true,
    page: {
      ...page,
      notices: page.notices.map((notice) =>
        isMeant(notice.id) ? { ...notice, isRead: true } : notice,
      ),
      unread: noticeIds ? Math.max(0, page.unread - newlyRead) : 0,
    },
  }
}
