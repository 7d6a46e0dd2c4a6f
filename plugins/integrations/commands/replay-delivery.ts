import { z } from 'zod'

import { defineCommand, enqueue, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { canReplay, deliverWebhookQueue, isSending } from '../domain'

/** Sends a message once more, with the id it had. */
export const replayDelivery = defineCommand({
  name: 'replay-delivery',
  summary: 'Send a webhook message again',
  input: z.object({ deliveryId: z.uuid() }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { deliveryId }, ctx: { req, sql } }) => {
    const delivery = await lockRecord({ req, collection: 'webhook-deliveries', id: deliveryId })
    if (!delivery) return refuseMissing('delivery')
    if (!canReplay(delivery.state))
      return refuseState({ code: 'not-ended', message: 'It has not ended: it is tried by itself.' })
    const endpoint = await lockRecord({
      req,
      collection: 'webhook-endpoints',
      id: typeof delivery.endpoint === 'string' ? delivery.endpoint : delivery.endpoint.id,
    })
    if (!endpoint || !isSending(endpoint.state))
      return refuseState({ code: 'not-sending', message: 'Resume the webhook first.' })
    await sql.run({
      text: `update webhook_deliveries set state = 'pending', tries = 0, next_try_at = now(),
          ended_at = null, problem = null, updated_at = now() where id = $1`,
      values: [deliveryId],
    })
    await enqueue({ req, queue: deliverWebhookQueue, data: { deliveryId } })
    return ok({ deliveryId })
  },
})
