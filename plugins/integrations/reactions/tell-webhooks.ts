import { z } from 'zod'

import { defineReaction } from '#plugins/kernel'
import { queueDelivery } from '../commands/queue-delivery'
import { choicesFor, isSent } from '../domain'

const listening = `select id from webhook_endpoints where state = 'active' and exists (
  select from webhook_endpoints_texts choice where choice.parent_id = webhook_endpoints.id
    and choice.path = 'events' and choice.text = any($1))`

/** Puts an event on its way to every webhook that chose it. Nobody listening costs one look. */
export const tellWebhooks = defineReaction({
  name: 'tell-webhooks',
  on: [],
  isOnEvery: true,
  isWanted: async ({ sql, eventName }) =>
    isSent(eventName) &&
    (await sql.first({
      schema: z.object({ id: z.string() }),
      text: `${listening} limit 1`,
      values: [choicesFor(eventName)],
    })) !== null,
  run: async ({ event, req, sql }) => {
    const endpoints = await sql.rows({
      schema: z.object({ id: z.string() }),
      text: `${listening} order by id`,
      values: [choicesFor(event.name)],
    })
    for (const { id } of endpoints)
      await queueDelivery({ req, endpointId: id, eventId: event.id, eventName: event.name })
  },
})
