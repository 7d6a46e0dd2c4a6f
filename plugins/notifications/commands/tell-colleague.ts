import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { seenBy, signal, sqlOf, type StoredEvent } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'
import type { NoticeKind } from '../domain'
import { mayReadRecord } from '../queries/may-read-record'
import { noticeSettingsOf } from '../queries/notice-settings-of'
import { colleagueActor, type StaffReader } from '../queries/readers'
import { tellReader, type ColleagueLetter } from './tell-reader'

/**
 * Tells a colleague of an event by the channels they chose: in the app, and by a letter at once or in
 * the digest. Once per event, whoever tells it again; never of their own acts, and never of a record
 * that they may not see.
 */
export const tellColleague = async ({
  req,
  event,
  kind,
  to,
  leadsTo,
  cause,
  agencyName,
  letter,
}: {
  req: PayloadRequest
  event: StoredEvent
  kind: NoticeKind
  to: StaffReader
  /** The record that opens when they follow it. */
  leadsTo: SubjectRef
  cause: string
  agencyName: string
  letter: Omit<ColleagueLetter, 'to'>
}): Promise<void> => {
  if (event.actor.kind === 'staff' && event.actor.id === to.userId) return
  const actor = await colleagueActor({ req, id: to.userId })
  if (!actor || !(await mayReadRecord({ req: seenBy({ req, actor }), record: leadsTo }))) return
  const { choices } = await noticeSettingsOf({ req, userId: to.userId })
  const { inApp, mail } = choices[kind]
  const isNew = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `insert into notices
        (id, user_id, event, event_name, kind, about_kind, about_id, in_app, mail)
      values (uuid_v7(), $1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (event, user_id) do nothing returning id`,
    values: [to.userId, event.id, event.name, kind, leadsTo.kind, leadsTo.id, inApp, mail],
  })
  if (!isNew) return
  if (inApp) await signal({ req, name: 'notice.raised', subject: { kind: 'user', id: to.userId } })
  if (mail === 'at-once') await tellReader({ req, cause, agencyName, letter: { ...letter, to } })
}
