import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  actorNames,
  actorOf,
  instant,
  keyOf,
  recordTitles,
  sqlOf,
  storedEvent,
  storedEventColumnsOf,
  wholeNumber,
} from '#plugins/kernel'
import { isUuid, ok, refuseRight, type Result } from '#plugins/kernel/domain'
import { noticeSentence } from '../domain'

export type ShownNotice = {
  id: string
  at: string
  kind: string
  sentence: string
  /** The record it leads to; null when the reader may not see it any more. */
  about: { title: string; path: string } | null
  isRead: boolean
}

export type NoticePage = {
  notices: readonly ShownNotice[]
  unread: number
  /** Hand it back for the ones before these; null at the end. */
  before: string | null
}

const mostUnreadCounted = 100

/** The reader's own notifications, newest first, in words and within what they may see now. */
export const noticesOf = async ({
  req,
  before = null,
  isUnreadOnly = false,
  limit = 25,
}: {
  req: PayloadRequest
  before?: string | null
  isUnreadOnly?: boolean
  limit?: number
}): Promise<Result<NoticePage>> => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff') return refuseRight()
  const rows = await noticeRows({
    req,
    where: `n.user_id = $1 and n.in_app ${isUnreadOnly ? 'and n.read_at is null' : ''}
      ${isUuid(before ?? '') ? 'and (n.created_at, n.id) < (select created_at, id from notices where id = $3::uuid)' : ''}`,
    values: [actor.id, limit + 1, ...(isUuid(before ?? '') ? [before] : [])],
  })
  const shown = rows.slice(0, limit)
  const counted = await sqlOf(req).first({
    schema: z.object({ unread: wholeNumber }),
    text: `select count(*) as unread from (
        select from notices where user_id = $1 and in_app and read_at is null
        limit ${mostUnreadCounted}) unread_ones`,
    values: [actor.id],
  })
  return ok({
    notices: await inWords({ req, rows: shown }),
    unread: counted?.unread ?? 0,
    before: rows.length > limit ? (shown.at(-1)?.notice_id ?? null) : null,
  })
}

/** What waits for a colleague's digest, oldest first, held until the end of the transaction. */
export const noticesForDigest = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<readonly ShownNotice[]> => {
  const actor = actorOf(req)
  const rows = await noticeRows({
    req,
    where: `n.user_id = $1 and n.mail = 'digest' and n.digested_at is null and n.read_at is null`,
    values: [actor.id, mostInDigest],
    isLocked: true,
  })
  return await inWords({ req, rows: rows.toReversed() })
}

const mostInDigest = 50

const noticeRow = z
  .object({
    notice_id: z.string(),
    kind: z.string(),
    about_kind: z.string(),
    about_id: z.string(),
    created_at: instant,
    read_at: instant.nullable(),
  })
  .loose()
  .transform((row) => ({ ...row, event: storedEvent.parse(row) }))

type NoticeRow = z.output<typeof noticeRow>

const noticeRows = async ({
  req,
  where,
  values,
  isLocked = false,
}: {
  req: PayloadRequest
  where: string
  /** The user, the limit, and what else the condition names. */
  values: readonly unknown[]
  isLocked?: boolean
}): Promise<NoticeRow[]> =>
  await sqlOf(req).rows({
    schema: noticeRow,
    text: `select n.id as notice_id, n.kind, n.about_kind, n.about_id, n.created_at, n.read_at,
        ${storedEventColumnsOf('e')}
      from notices n join domain_events e on e.id = n.event::uuid
      where ${where} order by n.created_at desc, n.id desc limit $2 ${isLocked ? 'for update of n' : ''}`,
    values,
  })

const inWords = async ({
  req,
  rows,
}: {
  req: PayloadRequest
  rows: readonly NoticeRow[]
}): Promise<ShownNotice[]> => {
  const actorOfEvent = await actorNames({ req, events: rows.map(({ event }) => event) })
  const titles = await recordTitles({
    req,
    records: rows.flatMap(({ event, about_kind, about_id }) => [
      { kind: about_kind, id: about_id },
      ...(event.person ? [event.person] : []),
    ]),
  })
  return rows.map(({ notice_id, kind, about_kind, about_id, created_at, read_at, event }) => {
    const about = titles.get(keyOf({ kind: about_kind, id: about_id }))
    const person = event.person ? titles.get(keyOf(event.person)) : undefined
    return {
      id: notice_id,
      at: created_at,
      kind,
      sentence: noticeSentence({
        eventName: event.name,
        facts: { actor: actorOfEvent(event), person: person?.title ?? null },
      }),
      about: about ? { title: about.title, path: about.path } : null,
      isRead: read_at !== null,
    }
  })
}
