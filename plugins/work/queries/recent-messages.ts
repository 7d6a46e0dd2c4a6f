import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf } from '#plugins/kernel'
import { can, isUuid, type MessageKind } from '#plugins/kernel/domain'
import { commonFields, type MergeValues } from '../domain/message-template'

export type RecentMessage = { id: string; to: string; at: string; values: MergeValues }

const mergeValues = z.record(z.string(), z.string().nullable())

/** The last mails of a kind with what was merged into them, for those who may see mails. */
export const recentMessages = async ({
  req,
  kind,
}: {
  req: PayloadRequest
  kind: string
}): Promise<readonly RecentMessage[]> => {
  if (!can({ actor: actorOf(req), permission: 'mail.read' })) return []
  return await sqlOf(req).rows({
    schema: z
      .object({ id: z.string(), to: z.string(), created_at: instant, merged: mergeValues })
      .transform(({ id, to, created_at: at, merged: values }) => ({ id, to, at, values })),
    text: `select id, coalesce(nullif(to_name, ''), "to") as to, created_at, merged
      from outbound_mails where message_kind = $1 and merged is not null
      order by created_at desc, id desc limit 20`,
    values: [kind],
  })
}

/** What was merged into one of them; null when it is none of the kind, or not the reader's to see. */
export const recentValues = async ({
  req,
  kind,
  mailId,
}: {
  req: PayloadRequest
  kind: string
  mailId: string
}): Promise<MergeValues | null> => {
  if (!isUuid(mailId) || !can({ actor: actorOf(req), permission: 'mail.read' })) return null
  const row = await sqlOf(req).first({
    schema: z.object({ merged: mergeValues }),
    text: `select merged from outbound_mails
      where id = $1 and message_kind = $2 and merged is not null`,
    values: [mailId, kind],
  })
  return row?.merged ?? null
}

/** What stands for the values as long as no mail of the kind was sent. */
export const sampleValues = (message: MessageKind): MergeValues =>
  Object.fromEntries(
    Object.entries({ ...commonFields, ...message.fields }).map(([name, { sample }]) => [
      name,
      sample,
    ]),
  )
