import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { brandOfMail } from '#plugins/agency'
import { idOf } from '#plugins/crm/domain'
import { sqlOf } from '#plugins/kernel'
import { replyAddress } from '../domain/incoming'

export type LetterFrame = {
  order: { id: string; title: string; ref: string | null; clientId: string | null } | null
  sender: { id: string; name: string } | null
  brandId: string | null
  agency: string
  /** Where answers come to; null while no mailbox takes them. */
  replyTo: string | null
}

/** What the letters about each order have in common, by its id; under null what is about none. */
export type LetterFrames = ReadonlyMap<string | null, LetterFrame>

export const letterFrames = async ({
  orderIds,
  ...common
}: {
  req: PayloadRequest
  orderIds: readonly (string | null)[]
  senderId: string | null
  agencyName: string
}): Promise<LetterFrames> => {
  const frames = new Map<string | null, LetterFrame>()
  for (const orderId of new Set(orderIds))
    frames.set(orderId, await letterFrame({ ...common, orderId }))
  return frames
}

/** What all letters of one writing have in common: the job, who signs, and under which name they go out. */
const letterFrame = async ({
  req,
  orderId,
  senderId,
  agencyName,
}: {
  req: PayloadRequest
  orderId: string | null
  senderId: string | null
  agencyName: string
}): Promise<LetterFrame> => {
  const order = orderId
    ? await req.payload.findByID({
        collection: 'job-orders',
        id: orderId,
        depth: 0,
        req,
        overrideAccess: true,
        disableErrors: true,
      })
    : null
  const sender = senderId
    ? await req.payload.findByID({
        collection: 'users',
        id: senderId,
        depth: 0,
        req,
        overrideAccess: true,
        disableErrors: true,
      })
    : null
  const brand = await brandOfMail({ req, id: idOf(order?.brand ?? null) })
  return {
    order: order
      ? { id: order.id, title: order.title, ref: order.ref ?? null, clientId: idOf(order.client) }
      : null,
    sender: sender ? { id: sender.id, name: sender.name } : null,
    brandId: brand?.id ?? null,
    agency: brand?.name ?? agencyName,
    replyTo: await answersGoTo(req),
  }
}

const answersGoTo = async (req: PayloadRequest): Promise<string | null> => {
  const mailbox = await sqlOf(req).first({
    schema: z.object({ address: z.string(), knows_plus: z.boolean().nullable() }),
    text: `select address, knows_plus from mailboxes
      where is_active and takes_answers order by created_at, id limit 1`,
  })
  if (!mailbox) return null
  return mailbox.knows_plus ? replyAddress(mailbox.address) : mailbox.address
}
