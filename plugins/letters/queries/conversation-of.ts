import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

export type Conversation = {
  thread: string
  /** Message-IDs that an answer names, the oldest first. */
  references: readonly string[]
  orderId: string | null
}

/** As many as mail programs keep; a header must not grow without end (RFC 5322, 2.1.1). */
const mostReferences = 20

/** The conversation that an answer to a mail goes on with; null for a mail that is no letter. */
export const conversationOf = async ({
  req,
  mailId,
  siteUrl,
}: {
  req: PayloadRequest
  mailId: string
  siteUrl: string
}): Promise<Conversation | null> => {
  const sent = await sqlOf(req).first({
    schema: z.object({
      thread: z.string(),
      references: z.array(z.string()).nullable(),
      order_id: z.string().nullable(),
    }),
    text: `select thread, "references", order_id from outbound_mails
      where id = $1 and thread is not null`,
    values: [mailId],
  })
  if (!sent) return await ofIncoming({ req, mailId })
  return {
    thread: sent.thread,
    references: [...(sent.references ?? []), messageIdOf({ mailId, siteUrl })].slice(
      -mostReferences,
    ),
    orderId: sent.order_id,
  }
}

/** As `send-mail` numbers the mails of the outbox. */
const messageIdOf = ({ mailId, siteUrl }: { mailId: string; siteUrl: string }): string =>
  `<${mailId}@${new URL(siteUrl).hostname}>`

const ofIncoming = async ({
  req,
  mailId,
}: {
  req: PayloadRequest
  mailId: string
}): Promise<Conversation | null> => {
  const came = await sqlOf(req).first({
    schema: z.object({
      thread: z.string(),
      references: z.array(z.string()).nullable(),
      message_id: z.string().nullable(),
      order_id: z.string().nullable(),
    }),
    text: `select thread, "references", message_id, order_id from incoming_mails
      where id = $1 and thread is not null`,
    values: [mailId],
  })
  return (
    came && {
      thread: came.thread,
      references: [...(came.references ?? []), ...(came.message_id ? [came.message_id] : [])].slice(
        -mostReferences,
      ),
      orderId: came.order_id,
    }
  )
}
