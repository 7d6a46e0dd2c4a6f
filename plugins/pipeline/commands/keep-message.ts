import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'
import { publish } from '#plugins/kernel'
import { markMessagesRead } from './mark-messages-read'

/** Keeps a message and tells it in the story of the order; whoever answers has read what came before. */
export const keepMessage = async ({
  req,
  order,
  contactId,
  text,
  writtenBy,
  author,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  contactId: string
  text: string
  writtenBy: 'agency' | 'client'
  author: string | null
}): Promise<{ messageId: string }> => {
  const clientId = idOf(order.client)
  await markMessagesRead({
    req,
    jobOrderId: order.id,
    writtenBy: writtenBy === 'agency' ? 'client' : 'agency',
  })
  const message = await req.payload.create({
    collection: 'client-messages',
    data: { text, writtenBy, author, contact: contactId, client: clientId, jobOrder: order.id },
    depth: 0,
    req,
    overrideAccess: true,
  })
  await publish({
    req,
    event: {
      name: writtenBy === 'agency' ? 'client-message.sent' : 'client-message.received',
      subject: { kind: 'job-order', id: order.id },
      person: { kind: 'client-contact', id: contactId },
      clientId,
      orderId: order.id,
      ballIn: writtenBy === 'agency' ? 'client' : 'agency',
      changes: { message: message.id, text: null },
      personal: { text: [null, text] },
    },
  })
  return { messageId: message.id }
}
