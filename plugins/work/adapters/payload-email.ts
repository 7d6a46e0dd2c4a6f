import { randomUUID } from 'node:crypto'
import type { EmailAdapter, SendEmailOptions } from 'payload'
import { z } from 'zod'

import { inOwnTransaction, requestFor } from '#plugins/kernel'
import { queueMail } from '../commands/queue-mail'
import type { MailOptions } from '../options'

/**
 * What Payload itself wants to send goes through the outbox like every other mail, in a transaction
 * of its own, because Payload gives no request along. Links with a token do not come this way.
 */
export const payloadEmail =
  (options: MailOptions): EmailAdapter<void> =>
  ({ payload }) => ({
    name: 'outbox',
    ...senderOf(options.from),
    sendEmail: async (message) => {
      const req = await requestFor({ payload, actor: { kind: 'system', id: 'payload-email' } })
      const text = await textOf(message)
      await inOwnTransaction({
        req,
        run: async () => {
          for (const to of recipientsOf(message.to))
            await queueMail({
              req,
              mail: {
                to: to.address,
                toName: to.name ?? null,
                subject: message.subject ?? '',
                content: { blocks: [{ kind: 'text', text }] },
                dedupeKey: `payload-email:${randomUUID()}`,
              },
            })
        },
      })
    },
  })

/** `Name <address>` or a bare address. */
const senderOf = (from: string): { defaultFromName: string; defaultFromAddress: string } => {
  const parts = /^([^<>]*)<([^<>]+)>$/.exec(from.trim())
  return parts
    ? {
        defaultFromName: (parts[1] ?? '').trim().replaceAll(/^"|"$/g, ''),
        defaultFromAddress: parts[2] ?? from,
      }
    : { defaultFromName: '', defaultFromAddress: from.trim() }
}

type Recipient = { address: string; name?: string | undefined }

const recipientsOf = (to: unknown): Recipient[] => recipients.parse(to)

const recipient = z.union([
  z.string().transform((address): Recipient => ({ address })),
  z.object({ address: z.string(), name: z.string().optional() }),
])

const recipients = z.union([recipient.transform((one) => [one]), z.array(recipient)])

const textOf = async ({ text, html }: SendEmailOptions): Promise<string> => {
  if (typeof text === 'string') return text
  const { toPlainText } = await import('@react-email/render')
  return typeof html === 'string' ? toPlainText(html) : ''
}
