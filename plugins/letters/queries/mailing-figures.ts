import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, isUuid } from '#plugins/kernel/domain'
import type { MailingFigures } from '../domain/mailing-words'

/** What became of a mailing; null when it is not there or not the reader's to see. */
export const mailingFigures = async ({
  req,
  mailingId,
}: {
  req: PayloadRequest
  mailingId: string
}): Promise<MailingFigures | null> => {
  if (!isUuid(mailingId) || !can({ actor: actorOf(req), permission: 'pipeline.read' })) return null
  return await sqlOf(req).first({
    schema: z.object({
      people: wholeNumber,
      waiting: wholeNumber,
      leftOut: wholeNumber,
      queued: wholeNumber,
      sent: wholeNumber,
      failed: wholeNumber,
      answered: wholeNumber,
      unsubscribed: wholeNumber,
    }),
    text: `select count(*) as people,
        count(*) filter (where reader.mail_id is null and reader.left_out is null) as waiting,
        count(*) filter (where reader.left_out is not null) as "leftOut",
        count(*) filter (where mail.state in ('queued', 'sending', 'kept')) as queued,
        count(*) filter (where mail.state = 'sent' and mail.returned_at is null) as sent,
        count(*) filter (where mail.state in ('failed', 'cancelled') or mail.returned_at is not null) as failed,
        count(*) filter (where answer.there) as answered,
        count(*) filter (where reader.unsubscribed_at is not null) as unsubscribed
      from mailing_recipients reader
        left join outbound_mails mail on mail.id = reader.mail_id
        left join lateral (select exists (select 1 from incoming_mails answer
          where answer.thread = mail.thread and not coalesce(answer.is_automatic, false)
            and not coalesce(answer.is_from_colleague, false)) as there) answer on true
      where reader.mailing_id = $1`,
    values: [mailingId],
  })
}

/** Who was left out, counted by reason, the commonest first. */
export const leftOutReasons = async ({
  req,
  mailingId,
}: {
  req: PayloadRequest
  mailingId: string
}): Promise<readonly { why: string; people: number }[]> => {
  if (!isUuid(mailingId) || !can({ actor: actorOf(req), permission: 'pipeline.read' })) return []
  return await sqlOf(req).rows({
    schema: z.object({ why: z.string(), people: wholeNumber }),
    text: `select left_out as why, count(*) as people from mailing_recipients
      where mailing_id = $1 and left_out is not null group by left_out order by 2 desc, 1`,
    values: [mailingId],
  })
}
