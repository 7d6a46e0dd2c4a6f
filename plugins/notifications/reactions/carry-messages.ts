import { z } from 'zod'

import { defineReaction } from '#plugins/kernel'
import { conversationPurpose } from '#plugins/pipeline/domain'
import { tellColleague } from '../commands/tell-colleague'
import { tellReader } from '../commands/tell-reader'
import { fullName } from '../domain'
import type { NotificationsOptions } from '../options'
import { mergedOrder, orderFacts } from '../queries/order-facts'
import { idOf, readRecord } from '../queries/read-record'
import { contactReader, staffReader } from '../queries/readers'

const name = 'carry-messages'

const changes = z.object({ message: z.string() })

/**
 * A message about an order reaches the other side: the contact by mail with the link by which to
 * answer, the owner of the order and whoever wrote to the client last as they chose.
 */
export const carryMessages = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['client-message.sent', 'client-message.received'],
    run: async ({ req, event }) => {
      const parsed = changes.safeParse(event.changes)
      const message = parsed.success
        ? await readRecord({ req, collection: 'client-messages', id: parsed.data.message })
        : null
      const order = message && (await orderFacts({ req, id: message.jobOrder }))
      if (!message || !order) return
      const common = { req, cause: `${name}:${event.id}`, agencyName }
      const about = event.subject
      const said = { kind: 'text' as const, text: message.text ?? '' }
      const author = await staffReader({ req, id: message.author })
      if (event.name === 'client-message.sent') {
        const to = await contactReader({ req, id: message.contact })
        if (!to) return
        await tellReader({
          ...common,
          letter: {
            to,
            message: { kind: 'message.to-client', values: mergedOrder(order) },
            blocks: [said],
            button: 0,
            links: [
              { kind: 'access', purpose: conversationPurpose, subject: about, person: to.person },
            ],
            about,
            signedBy: author?.name ?? order.owner?.name ?? null,
            isOwed: true,
          },
        })
        return
      }
      const contact = await readRecord({ req, collection: 'client-contacts', id: message.contact })
      const who = contact ? fullName(contact) : order.clientName
      const lastAuthor = await lastWriter({ req, jobOrderId: order.id })
      const readers = [order.owner, lastAuthor].filter((one) => one !== null)
      for (const to of new Map(readers.map((one) => [one.userId, one])).values())
        await tellColleague({
          ...common,
          event,
          kind: 'message',
          to,
          leadsTo: about,
          letter: {
            subject: `${who} wrote about ${order.title}`,
            blocks: [
              {
                kind: 'facts',
                facts: [
                  { label: 'Order', value: `${order.ref} · ${order.title}` },
                  { label: 'Client', value: order.clientName },
                ],
              },
              said,
              { kind: 'action', label: 'Open the order', link: 0 },
            ],
            links: [{ kind: 'page', url: `${adminUrl}/admin/collections/job-orders/${order.id}` }],
            about,
          },
        })
    },
  })

type Req = Parameters<typeof readRecord>[0]['req']

const lastWriter = async ({ req, jobOrderId }: { req: Req; jobOrderId: string }) => {
  const { docs } = await req.payload.find({
    collection: 'client-messages',
    where: { jobOrder: { equals: jobOrderId }, writtenBy: { equals: 'agency' } },
    sort: '-createdAt',
    limit: 1,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return await staffReader({ req, id: idOf(docs[0]?.author) })
}
