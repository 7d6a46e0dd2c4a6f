import { z } from 'zod'

import { defineCommand, moveRecord, revokeLinks } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen, reasonText } from '../domain/inputs'

export const declineOrderRequest = defineCommand({
  name: 'decline-order-request',
  summary: 'Decline a request for staff; the client is told why',
  input: z.object({ requestId: chosen('a request'), reason: reasonText }),
  allow: { staff: 'requests.write' },
  run: async ({ input: { requestId, reason }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'order-requests',
      id: requestId,
      to: 'declined',
      reason,
      data: { declineReason: reason },
      what: 'request',
    })
    if (!moved.ok) return moved
    await revokeLinks({
      req,
      purpose: 'order-request.answer',
      subject: { kind: 'order-request', id: requestId },
    })
    return ok({ requestId, state: moved.value.state })
  },
})
