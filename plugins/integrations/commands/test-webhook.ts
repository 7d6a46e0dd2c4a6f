import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { isSending, testEvent } from '../domain'
import { queueDelivery } from './queue-delivery'

/** Sends a message that means nothing, to see whether the receiver gets and believes it. */
export const testWebhook = defineCommand({
  name: 'test-webhook',
  summary: 'Send a test message to a webhook',
  input: z.object({ webhookId: z.uuid() }),
  allow: { staff: 'integrations.write' },
  rate: { limit: 30, windowSeconds: 300 },
  isForPeopleOnly: true,
  run: async ({ input: { webhookId }, ctx: { req } }) => {
    const endpoint = await lockRecord({ req, collection: 'webhook-endpoints', id: webhookId })
    if (!endpoint) return refuseMissing('webhook')
    if (!isSending(endpoint.state))
      return refuseState({ code: 'not-sending', message: 'Resume the webhook first.' })
    const deliveryId = await queueDelivery({
      req,
      endpointId: webhookId,
      eventId: null,
      eventName: testEvent,
    })
    return ok({ deliveryId })
  },
})
