import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'

/** Begins to send again, also to one that was disabled after failures. */
export const resumeWebhook = defineCommand({
  name: 'resume-webhook',
  summary: 'Send to a webhook again',
  input: z.object({ webhookId: z.uuid() }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { webhookId }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'webhook-endpoints',
      id: webhookId,
      to: 'active',
      data: { failingSince: null },
      what: 'webhook',
    })
    return moved.ok ? ok({ webhookId }) : moved
  },
})
