import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'

/** From now on messages are refused, signed or not. */
export const disableIncomingEndpoint = defineCommand({
  name: 'disable-incoming-endpoint',
  summary: 'Take no more messages by an incoming webhook',
  input: z.object({
    incomingEndpointId: z.uuid(),
    reason: z.string('Say why.').trim().min(1, 'Say why.').max(500, 'At most 500 characters.'),
  }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { incomingEndpointId, reason }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'incoming-endpoints',
      id: incomingEndpointId,
      to: 'disabled',
      reason,
      what: 'incoming webhook',
    })
    return moved.ok ? ok({ incomingEndpointId }) : moved
  },
})
