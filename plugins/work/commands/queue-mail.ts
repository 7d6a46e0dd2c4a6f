import type { PayloadRequest } from 'payload'

import { enqueue, grantLink, sqlOf } from '#plugins/kernel'
import { normaliseEmail, type PersonRef, type SubjectRef } from '#plugins/kernel/domain'
import { z } from 'zod'
import type { MergeValues } from '../domain/message-template'
import type { MailAttachment, MailContent, MailLink } from '../domain/mail-content'

export type NewMail = {
  to: string
  toName?: string | null
  subject: string
  content: MailContent
  /** In the order in which the content's actions name them. */
  links?: readonly (
    | { kind: 'access'; purpose: string; subject: SubjectRef; person: PersonRef | null }
    | { kind: 'unsubscribe'; purpose: string; subject: SubjectRef; person: PersonRef }
    | Extract<MailLink, { kind: 'page' | 'reset' }>
  )[]
  attachments?: readonly MailAttachment[]
  /** One mail per key, however often the cause is repeated. */
  dedupeKey: string
  about?: SubjectRef
  /** Under which it goes out; without one it is the installation’s own. */
  brandId?: string | null
  /** Whose words it has, and what was merged into them. */
  merged?: { kind: string; values: MergeValues }
  /** A letter that a colleague writes to a person, and where it belongs. */
  letter?: MailLetter
}

export type MailLetter = {
  person: PersonRef
  clientId: string | null
  orderId: string | null
  authorId: string | null
  /** The conversation it goes on with, or a new one’s own name. */
  thread: string
  /** Message-IDs that it answers, the oldest first. */
  references?: readonly string[]
  /** Where answers are wished, `{id}` for the number of the mail; else as the brand says. */
  replyTo?: string | null
  mailingId?: string | null
}

export const sendMailQueue = 'send-mail'

/**
 * Writes a mail to the outbox and a job that sends it, in the caller's transaction.
 *
 * @returns the id, or null when this mail was queued before or the address is none
 */
export const queueMail = async ({
  req,
  mail,
}: {
  req: PayloadRequest
  mail: NewMail
}): Promise<string | null> => {
  const to = normaliseEmail(mail.to)
  if (!to) {
    req.payload.logger.warn({ msg: 'A mail has no valid address', key: mail.dedupeKey })
    return null
  }
  const known = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from outbound_mails where dedupe_key = $1',
    values: [mail.dedupeKey],
  })
  if (known) return null
  const links: MailLink[] = []
  for (const link of mail.links ?? [])
    links.push(
      link.kind === 'access' || link.kind === 'unsubscribe'
        ? { kind: link.kind, linkId: await grantLink({ req, ...link }) }
        : link,
    )
  const created = await req.payload.create({
    collection: 'outbound-mails',
    data: {
      state: 'queued',
      to,
      toName: mail.toName ? oneLine(mail.toName) : null,
      subject: oneLine(mail.subject),
      content: mail.content,
      links,
      attachments: [...(mail.attachments ?? [])],
      dedupeKey: mail.dedupeKey,
      messageKind: mail.merged?.kind ?? null,
      merged: mail.merged ? { ...mail.merged.values } : null,
      brand: mail.brandId ?? null,
      subjectKind: mail.about?.kind ?? null,
      subjectId: mail.about?.id ?? null,
      tries: 0,
      ...(mail.letter
        ? {
            author: mail.letter.authorId,
            thread: mail.letter.thread,
            personKind: mail.letter.person.kind,
            personId: mail.letter.person.id,
            clientId: mail.letter.clientId,
            orderId: mail.letter.orderId,
            mailing: mail.letter.mailingId ?? null,
            references: [...(mail.letter.references ?? [])],
            replyTo: mail.letter.replyTo ?? null,
          }
        : {}),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await enqueue({ req, queue: sendMailQueue, data: { mailId: created.id } })
  return created.id
}

/** What becomes a header of the mail: a line break in it would begin a header of its own. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
