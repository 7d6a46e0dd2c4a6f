import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { choicesFor, isSending, isSent } from '../domain'
import { queueDelivery } from './queue-delivery'

const most = 2_000

/** Sends the events since a moment that this webhook was never sent: after a pause, or a late start. */
export const replayWebhook = defineCommand({
  name: 'replay-webhook',
  summary: 'Send a webhook the events since a day that it was not sent',
  input: z.object({
    webhookId: z.uuid(),
    since: z.iso.date('Choose a day.'),
  }),
  allow: { staff: 'integrations.write' },
  rate: { limit: 10, windowSeconds: 3600 },
  isForPeopleOnly: true,
  run: async ({ input: { webhookId, since }, ctx: { req, sql } }) => {
    const endpoint = await lockRecord({ req, collection: 'webhook-endpoints', id: webhookId })
    if (!endpoint) return refuseMissing('webhook')
    if (!isSending(endpoint.state))
      return refuseState({ code: 'not-sending', message: 'Resume the webhook first.' })
    const events = await sql.rows({
      schema: z.object({ id: z.string(), name: z.string() }),
      text: `select event.id, event.name from domain_events event
        where event.at >= $2::date and event.at > now() - interval '31 days'
          and not exists (select from webhook_deliveries sent
            where sent.endpoint_id = $1 and sent.event_id = event.id::text)
        order by event.at, event.id limit $3`,
      values: [webhookId, since, most * 10],
    })
    const wanted = events.filter(
      ({ name }) =>
        isSent(name) && choicesFor(name).some((choice) => endpoint.events.includes(choice)),
    )
    if (wanted.length > most)
      return refuseInput({ since: `More than ${most} events: choose a later day.` })
    for (const event of wanted)
      await queueDelivery({ req, endpointId: webhookId, eventId: event.id, eventName: event.name })
    return ok({ webhookId, queued: wanted.length })
  },
})
