import { z } from 'zod'

const shownNotice = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  sentence: z.string(),
  about: z.object({ title: z.string(), path: z.string() }).nullable(),
  isRead: z.boolean(),
})

const noticePage = z.object({
  notices: z.array(shownNotice),
  unread: z.number(),
  before: z.string().nullable(),
})

export type ShownNotice = z.output<typeof shownNotice>

export type NoticePage = z.output<typeof noticePage>

export type NoticeAnswer = { ok: true; page: NoticePage } | { ok: false; message: string }

/** One's own notifications from the server, a page at a time. */
export const fetchNotices = async ({
  limit,
  before = null,
  isUnreadOnly = false,
}: {
  limit: number
  before?: string | null
  isUnreadOnly?: boolean
}): Promise<NoticeAnswer> => {
  const query = new URLSearchParams({ limit: String(limit) })
  if (before) query.set('before', before)
  if (isUnreadOnly) query.set('unread', 'true')
  try {
    const response = await fetch(`/api/my-notices?${query}`)
    if (!response.ok) return { ok: false, message: 'Your notifications could not be read.' }
    return { ok: true, page: noticePage.parse(await response.json()) }
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError)
      return { ok: false, message: 'The server could not be reached. Please try again.' }
    throw error
  }
}
