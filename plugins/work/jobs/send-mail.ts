import { z } from 'zod'

import { defineJob, moveRecord, registryOf, sqlOf, type Attempt } from '#plugins/kernel'
import type { PayloadRequest } from 'payload'

import { brandOfMail } from '#plugins/agency'
import { deliver, type Letter } from '../adapters/smtp'
import { noteBounce, noteDelivered } from '../commands/note-bounce'
import { sendMailQueue } from '../commands/queue-mail'
import { bounceKindOf } from '../domain/bounce'
import { mailAttachment, mailContent, mailLink, type MailLink } from '../domain/mail-content'
import { senderOf } from '../domain/mail-sender'
import type { MailOptions } from '../options'
import { mailLinkUrl } from '../queries/mail-link-url'

/** Sends one mail of the outbox. Speaks to the server between its transactions, never inside one. */
export const sendMailJob = (options: MailOptions) =>
  defineJob({
    name: sendMailQueue,
    input: z.object({ mailId: z.string() }),
    leaseSeconds: 90,
    retryLimit: 12,
    retryDelaySeconds: 5,
    run: async ({ input: { mailId }, attempt }) => {
      const letter = await prepareOrGiveUp({ mailId, attempt, options })
      if (!letter || !options.smtpUrl) return
      const delivery = await deliver({ smtpUrl: options.smtpUrl, letter })
      await attempt.transaction(async ({ req, sql }) => {
        const to =
          delivery.outcome === 'sent'
            ? 'sent'
            : delivery.outcome === 'refused' || attempt.isLast
              ? 'failed'
              : 'queued'
        const moved = await moveRecord({
          req,
          collection: 'outbound-mails',
          id: mailId,
          to,
          reason: delivery.answer,
          data: { serverAnswer: delivery.answer },
          what: 'mail',
        })
        if (!moved.ok) throw new Error(moved.failure.message)
        if (to === 'sent') {
          await sql.run({
            text: 'update outbound_mails set sent_at = now() where id = $1',
            values: [mailId],
          })
          await noteDelivered({ req, address: letter.to.address })
        }
        // Trouble of our own server or with the words of a mail says nothing of the address.
        if (delivery.outcome === 'refused' && bounceKindOf({ answer: delivery.answer }) === 'hard')
          await noteBounce({
            req,
            address: letter.to.address,
            kind: 'hard',
            reason: delivery.answer,
          })
      })
      if (delivery.outcome === 'deferred' && !attempt.isLast)
        throw new Error(`The mail server put it off: ${delivery.answer}`)
    },
  })

/** A mail that cannot be put together is tried again, and on the last try fails with the reason. */
const prepareOrGiveUp = async ({
  mailId,
  attempt,
  options,
}: {
  mailId: string
  attempt: Attempt
  options: MailOptions
}): Promise<Letter | null> => {
  try {
    return await attempt.transaction(
      async ({ req }) => await prepareLetter({ req, mailId, options }),
    )
  } catch (error) {
    if (!attempt.isLast) throw error
    attempt.payload.logger.error({ msg: 'A mail could not be put together', err: error, mailId })
    const reason =
      error instanceof AttachmentMissing
        ? error.message
        : `The mail could not be put together: ${error instanceof Error ? error.message : String(error)}`
    await attempt.transaction(async ({ req }) => {
      const failed = await moveRecord({
        req,
        collection: 'outbound-mails',
        id: mailId,
        to: 'failed',
        reason,
        data: { serverAnswer: reason },
        what: 'mail',
      })
      if (!failed.ok) throw new Error(failed.failure.message, { cause: error })
    })
    return null
  }
}

/** Marks the mail as being sent and puts it into words; null when there is nothing to send. */
const prepareLetter = async ({
  req,
  mailId,
  options,
}: {
  req: PayloadRequest
  mailId: string
  options: MailOptions
}): Promise<Letter | null> => {
  const sql = sqlOf(req)
  const mail = await sql.first({
    schema: mailRow,
    text: `select id, state, "to", to_name, subject, content, links, attachments, brand_id,
        "references", reply_to
      from outbound_mails where id = $1 for update`,
    values: [mailId],
  })
  if (!mail || !['queued', 'sending'].includes(mail.state)) return null
  const move = async (to: string) => {
    const moved = await moveRecord({
      req,
      collection: 'outbound-mails',
      id: mailId,
      to,
      what: 'mail',
    })
    if (!moved.ok) throw new Error(moved.failure.message)
  }
  if (!options.smtpUrl) {
    await move('kept')
    return null
  }
  const gone = await sql.first({
    schema: z.object({ reason: z.string().nullable() }),
    text: `select bounce_reason as reason from mail_addresses
      where address = $1 and bounce::text = 'hard'`,
    values: [mail.to],
  })
  if (gone) {
    const reason = `Not sent: mail to this address comes back (${gone.reason ?? 'it does not exist'}). Correct the address, or take it for good again under Mail addresses.`
    const failed = await moveRecord({
      req,
      collection: 'outbound-mails',
      id: mailId,
      to: 'failed',
      reason,
      data: { serverAnswer: reason },
      what: 'mail',
    })
    if (!failed.ok) throw new Error(failed.failure.message)
    return null
  }
  const urls = await urlsOf({ req, links: mail.links, options })
  if (!urls) {
    await move('cancelled')
    return null
  }
  if (mail.state === 'queued') await move('sending')
  await sql.run({
    text: 'update outbound_mails set tries = tries + 1 where id = $1',
    values: [mailId],
  })
  const unsubscribe = mail.links.findIndex(({ kind }) => kind === 'unsubscribe')
  const brand = mail.brand_id ? await brandOfMail({ req, id: mail.brand_id }) : null
  const { renderMail } = await import('../adapters/render-mail')
  return {
    messageId: `<${mail.id}@${new URL(options.siteUrl).hostname}>`,
    ...withReplyTo({
      sender: senderOf({ brand, from: options.from, domains: options.senderDomains }),
      // Answers name the mail they belong to by their address.
      replyTo: mail.reply_to?.replace('{id}', mail.id.replaceAll('-', '')) ?? null,
    }),
    references: mail.references ?? [],
    unsubscribeUrl: urls[unsubscribe] ?? null,
    to: { name: mail.to_name ?? '', address: mail.to },
    subject: mail.subject,
    ...(await renderMail({
      content: mail.content,
      urls,
      look: {
        name: brand?.name ?? options.agencyName,
        colour: brand?.accentColour ?? usualColour,
        footer: brand?.footer ?? null,
        logo: brand?.logo
          ? {
              url: `${options.siteUrl}/api/media/file/${encodeURIComponent(brand.logo.file)}`,
              alt: brand.logo.alt,
            }
          : null,
      },
    })),
    attachments: await attachmentsOf({ req, attachments: mail.attachments }),
  }
}

/** A letter whose answers are awaited somewhere says so, whatever its brand usually does. */
const withReplyTo = <Sender extends { replyTo: string | null }>({
  sender,
  replyTo,
}: {
  sender: Sender
  replyTo: string | null
}): Sender => (replyTo ? { ...sender, replyTo } : sender)

/** Of mails that no brand gives its colour. */
const usualColour = '#14524d'

const mailRow = z.object({
  id: z.string(),
  state: z.string(),
  to: z.string(),
  to_name: z.string().nullable(),
  subject: z.string(),
  content: mailContent,
  links: z.array(mailLink),
  attachments: z.array(mailAttachment),
  brand_id: z.string().nullable(),
  references: z.array(z.string()).nullable(),
  reply_to: z.string().nullable(),
})

/** The addresses of the mail's links; null when one is no longer valid, so that the mail is pointless. */
const urlsOf = async ({
  req,
  links,
  options,
}: {
  req: PayloadRequest
  links: readonly MailLink[]
  options: MailOptions
}): Promise<string[] | null> => {
  const urls: string[] = []
  for (const link of links) {
    const url = await mailLinkUrl({ req, link, options })
    if (!url) return null
    urls.push(url)
  }
  return urls
}

const attachmentsOf = async ({
  req,
  attachments,
}: {
  req: PayloadRequest
  attachments: z.output<typeof mailRow>['attachments']
}): Promise<Letter['attachments']> => {
  const read = registryOf(req.payload).readDocument
  return await Promise.all(
    attachments.map(async (attachment) => {
      if (attachment.kind === 'calendar')
        return {
          filename: attachment.filename,
          content: attachment.content,
          contentType: `text/calendar; charset=utf-8; method=${attachment.method}`,
        }
      const file = await read?.({ req, documentId: attachment.documentId })
      if (!file) throw new AttachmentMissing(attachment.filename)
      return { filename: attachment.filename, content: file.bytes, contentType: file.mimeType }
    }),
  )
}

/** The file behind an attachment is gone, or may not be given out. */
class AttachmentMissing extends Error {
  constructor(filename: string) {
    super(`Not sent: the attachment “${filename}” cannot be read.`)
  }
}
