import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { findLinkByToken, sqlOf } from '#plugins/kernel'
import { unsubscribePurpose } from '../commands/queue-letter'

/** Whether a token ends mailings to somebody, and whether it has already; null when it is none. */
export const unsubscribeOf = async ({
  req,
  token,
}: {
  req: PayloadRequest
  token: string
}): Promise<{ address: string; isOut: boolean } | null> => {
  const link = await findLinkByToken({ req, token })
  if (!link?.usable || link.purpose !== unsubscribePurpose || !link.person) return null
  return await sqlOf(req).first({
    schema: z
      .object({ to: z.string(), is_out: z.boolean() })
      .transform(({ to, is_out }) => ({ address: to, isOut: is_out })),
    text: `select mail."to", exists (select 1 from mail_addresses known
        where known.address = mail."to" and known.opted_out_at is not null) as is_out
      from outbound_mails mail
      where mail.mailing = $1 and mail.person_id = $2 and mail.person_kind = $3`,
    values: [link.subject.id, link.person.id, link.person.kind],
  })
}
