import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOutside, wholeNumber } from '#plugins/kernel'
import { can, ok, refuseRight, type Result } from '#plugins/kernel/domain'
import { canBeRequeued } from '../domain/mail-workflow'

const mostMails = 50

export type MailInTrouble = {
  id: string
  subject: string
  to: string
  state: string
  answer: string | null
  secondsAgo: number
  canBeRequeued: boolean
}

export type MailState = {
  queued: number
  sentLastDay: number
  failed: number
  kept: number
  /** How long the oldest one that should leave has been waiting; 0 when none is. */
  lagSeconds: number
  /** Failed ones, and those whose sending was put off, newest first. */
  inTrouble: MailInTrouble[]
}

/** How the mail goes: what waits, what left, what failed and why. */
export const mailState = async ({ req }: { req: PayloadRequest }): Promise<Result<MailState>> => {
  if (!can({ actor: actorOf(req), permission: 'mail.read' })) return refuseRight()
  const sql = sqlOutside(req.payload)
  const counts = await sql.first({
    schema: z.object({
      queued: wholeNumber,
      sent: wholeNumber,
      failed: wholeNumber,
      kept: wholeNumber,
      lag: z.coerce.number(),
    }),
    text: `select
        count(*) filter (where state in ('queued', 'sending')) as queued,
        count(*) filter (where state = 'sent' and sent_at > now() - interval '1 day') as sent,
        count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state = 'kept') as kept,
        coalesce(extract(epoch from now() - min(created_at)
          filter (where state in ('queued', 'sending'))), 0) as lag
      from outbound_mails`,
  })
  const rows = await sql.rows({
    schema: z.object({
      id: z.string(),
      subject: z.string(),
      to: z.string(),
      state: z.string(),
      server_answer: z.string().nullable(),
      seconds: z.coerce.number(),
    }),
    text: `select id, subject, "to", state, server_answer,
        extract(epoch from now() - updated_at) as seconds
      from outbound_mails
      where state = 'failed' or (state in ('queued', 'sending') and server_answer is not null)
      order by state = 'failed' desc, updated_at desc limit ${mostMails}`,
  })
  return ok({
    queued: counts?.queued ?? 0,
    sentLastDay: counts?.sent ?? 0,
    failed: counts?.failed ?? 0,
    kept: counts?.kept ?? 0,
    lagSeconds: Math.max(0, Math.round(counts?.lag ?? 0)),
    inTrouble: rows.map(({ server_answer, seconds, ...mail }) => ({
      ...mail,
      answer: server_answer,
      secondsAgo: Math.max(0, Math.round(seconds)),
      canBeRequeued: canBeRequeued(mail.state),
    })),
  })
}
