import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'

/** Takes messages again. */
export const enableIncomingEndpoint = defineCommand({
  name: 'enable-incoming-endpoint',
  summary: 'Take messages by an incoming webhook again',
  input: z.object({ incomingEndpointId: z.uuid() }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { incomingEndpointId }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'incoming-endpoints',
      id: incomingEndpointId,
      to: 'active',
      what: 'incoming webhook',
    })
    return moved.ok ? ok({ incomingEndpointId }) : moved
  },
})
