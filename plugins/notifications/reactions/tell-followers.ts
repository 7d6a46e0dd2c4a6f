import { actorNames, defineReaction, type StoredEvent } from '#plugins/kernel'
import { tellColleague } from '../commands/tell-colleague'
import { followedEvents, noticeSentence } from '../domain'
import type { NotificationsOptions } from '../options'
import { readRecord } from '../queries/read-record'
import { staffReader } from '../queries/readers'

const name = 'tell-followers'

/** Whoever follows an order hears of what moves it; not its owner, who is told as its owner. */
export const tellFollowers = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: [...followedEvents],
    run: async ({ req, event }) => {
      const orderId = orderOf(event)
      const order = orderId && (await readRecord({ req, collection: 'job-orders', id: orderId }))
      if (!order || !order.followers || order.followers.length === 0) return
      const ownerId = typeof order.owner === 'string' ? order.owner : order.owner.id
      const about = { kind: 'job-order', id: order.id }
      const actor = (await actorNames({ req, events: [event] }))(event)
      for (const follower of order.followers) {
        const to = await staffReader({ req, id: follower })
        if (!to || to.userId === ownerId) continue
        await tellColleague({
          req,
          event,
          kind: 'followed',
          to,
          leadsTo: about,
          cause: `${name}:${event.id}`,
          agencyName,
          letter: {
            subject: `${order.ref ?? 'Order'}: ${order.title}`,
            blocks: [
              {
                kind: 'text',
                // Without the candidate’s name: a mail cannot ask what its reader may see.
                text: `${noticeSentence({ eventName: event.name, facts: { actor, person: null } })}.`,
              },
              ...(event.reason && event.subject.kind === 'job-order'
                ? [{ kind: 'text' as const, text: event.reason }]
                : []),
              { kind: 'action', label: 'Open the order', link: 0 },
            ],
            links: [{ kind: 'page', url: `${adminUrl}/admin/collections/job-orders/${order.id}` }],
            about,
          },
        })
      }
    },
  })

const orderOf = ({ subject, orderId }: StoredEvent): string | null =>
  subject.kind === 'job-order' ? subject.id : orderId
