import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen, requiredText } from '../domain/inputs'

export const requestOrderInfo = defineCommand({
  name: 'request-order-info',
  summary: 'Ask the client about a request; they answer by link',
  input: z.object({
    requestId: chosen('a request'),
    question: requiredText({ what: 'your question', most: 4_000 }),
  }),
  allow: { staff: 'requests.write' },
  run: async ({ input: { requestId, question }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'order-requests',
      id: requestId,
      to: 'needs_info',
      reason: question,
      data: { question, answer: null },
      what: 'request',
    })
    if (!moved.ok) return moved
    return ok({ requestId, state: moved.value.state })
  },
})
