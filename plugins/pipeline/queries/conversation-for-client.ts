import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf } from '#plugins/kernel'
import { isUuid, statesOf } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'
import { conversationPurpose } from '../domain/client-message'
import { jobOrderWorkflow } from '../domain/job-order-workflow'

const orderRow = z.object({
  ref: z.string().nullable(),
  title: z.string(),
  state: z.enum(statesOf(jobOrderWorkflow)),
  client_id: z.string(),
})

const messageRow = z
  .object({
    id: z.string(),
    text: z.string().nullable(),
    written_by: z.enum(['agency', 'client']),
    author: z.string(),
    created_at: instant,
    is_unread: z.boolean(),
  })
  .transform((found) => ({
    messageId: found.id,
    text: found.text ?? '',
    isOurs: found.written_by === 'client',
    author: found.author,
    writtenAt: found.created_at,
    /** Written by the agency and not read yet. */
    isNew: found.is_unread && found.written_by === 'agency',
  }))

/** The newest are shown; nobody reads hundreds of messages about one order. */
const mostMessages = 200

/**
 * What a client and the agency wrote to each other about an order, oldest first; null for everybody
 * but the client's contacts, the holder of its link and staff. Notes of the team are no part of it.
 */
export const conversationForClient = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}) => {
  if (!isUuid(jobOrderId)) return null
  const sql = sqlOf(req)
  const order = await sql.first({
    schema: orderRow,
    text: `select ref, title, state, client_id from job_orders
      where id = $1 and deleted_at is null`,
    values: [jobOrderId],
  })
  const isReadable =
    order &&
    mayRead({
      req,
      purpose: conversationPurpose,
      subject: { kind: 'job-order', id: jobOrderId },
      permission: 'orders.read',
      clientId: order.client_id,
    })
  if (!isReadable) return null
  const messages = await sql.rows({
    schema: messageRow,
    text: `select * from (
        select message.id, message.text, message.written_by::text as written_by,
          case message.written_by when 'agency' then coalesce(author.name, 'The agency')
            else concat_ws(' ', contact.first_name, contact.last_name) end as author,
          message.created_at, message.read_at is null as is_unread
        from client_messages message
        left join users author on author.id = message.author_id
        left join client_contacts contact on contact.id = message.contact_id
        where message.job_order_id = $1 and message.client_id = $2
        order by message.created_at desc, message.id desc limit $3
      ) newest order by created_at, id`,
    values: [jobOrderId, order.client_id, mostMessages],
  })
  return {
    jobOrderId,
    ref: order.ref ?? '',
    title: order.title,
    state: order.state,
    messages,
    isUnread: messages.some(({ isNew }) => isNew),
  }
}

export type ClientConversation = NonNullable<Awaited<ReturnType<typeof conversationForClient>>>
