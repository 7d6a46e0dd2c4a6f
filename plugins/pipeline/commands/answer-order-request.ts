import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen, requiredText } from '../domain/inputs'

export const answerOrderRequest = defineCommand({
  name: 'answer-order-request',
  summary: 'Answer the agency’s question about a request',
  input: z.object({
    requestId: chosen('a request'),
    answer: requiredText({ what: 'your answer', most: 4_000 }),
  }),
  allow: {
    staff: 'requests.write',
    portal: ['client-contact'],
    link: {
      purpose: 'order-request.answer',
      subject: ({ requestId }) => ({ kind: 'order-request', id: requestId }),
    },
  },
  run: async ({ input: { requestId, answer }, ctx: { req, actor } }) => {
    const request = await lockRecord({ req, collection: 'order-requests', id: requestId })
    const isOthers = actor.kind === 'portal' && idOf(request?.client) !== actor.clientId
    if (!request || isOthers) return refuseMissing('request')
    const moved = await moveRecord({
      req,
      collection: 'order-requests',
      id: requestId,
      to: 'received',
      data: { answer },
      what: 'request',
    })
    if (!moved.ok) return moved
    return ok({ requestId, state: moved.value.state })
  },
})
