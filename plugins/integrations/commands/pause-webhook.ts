import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'

/** Nothing is sent until it is resumed; what happens meanwhile can be replayed then. */
export const pauseWebhook = defineCommand({
  name: 'pause-webhook',
  summary: 'Send nothing to a webhook until it is resumed',
  input: z.object({ webhookId: z.uuid() }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { webhookId }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'webhook-endpoints',
      id: webhookId,
      to: 'paused',
      what: 'webhook',
    })
    return moved.ok ? ok({ webhookId }) : moved
  },
})
