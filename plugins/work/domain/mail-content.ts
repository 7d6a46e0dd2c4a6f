import { z } from 'zod'

/** What a mail says, as data: rendered as HTML and text when it is sent, and shown in the admin. */
export const mailContent = z.object({
  greeting: z.string().optional(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({
        kind: z.literal('facts'),
        facts: z.array(z.object({ label: z.string(), value: z.string() })),
      }),
      /** A button; `link` is an index into the mail's links, whose address is known only at sending. */
      z.object({ kind: z.literal('action'), label: z.string(), link: z.number().int().min(0) }),
      z.object({ kind: z.literal('note'), text: z.string() }),
      /** Small print that leads somewhere, such as to the end of a mailing. */
      z.object({
        kind: z.literal('quiet-link'),
        text: z.string(),
        label: z.string(),
        link: z.number().int().min(0),
      }),
    ]),
  ),
  closing: z.string().optional(),
})

export type MailContent = z.output<typeof mailContent>

/** A link of a mail: an access link by id, or a page that anybody may open. */
export const mailLink = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('access'), linkId: z.string() }),
  z.object({ kind: z.literal('page'), url: z.string() }),
  /** Ends mailings to the address with one click, also from the mail program itself (RFC 8058). */
  z.object({ kind: z.literal('unsubscribe'), linkId: z.string() }),
  /** Payload's own reset token of a login, read when the mail leaves. */
  z.object({
    kind: z.literal('reset'),
    collection: z.enum(['users', 'portal-accounts']),
    id: z.string(),
  }),
])

export type MailLink = z.output<typeof mailLink>

export const mailAttachment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), documentId: z.string(), filename: z.string() }),
  z.object({
    kind: z.literal('calendar'),
    filename: z.string(),
    method: z.enum(['REQUEST', 'CANCEL', 'PUBLISH']),
    content: z.string(),
  }),
])

export type MailAttachment = z.output<typeof mailAttachment>
