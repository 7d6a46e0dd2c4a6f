import { z } from 'zod'

import { defineCommand, moveRecord, revokeLinks, databaseNow } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen, reasonText } from '../domain/inputs'

export const withdrawOffer = defineCommand({
  name: 'withdraw-offer',
  summary: 'Take back an offer; its link no longer opens',
  input: z.object({ offerId: chosen('an offer'), reason: reasonText }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { offerId, reason }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'offers',
      id: offerId,
      to: 'withdrawn',
      reason,
      data: { resolvedAt: await databaseNow(req), declineReason: reason },
      what: 'offer',
    })
    if (!moved.ok) return moved
    await revokeLinks({ req, purpose: 'offer.answer', subject: { kind: 'offer', id: offerId } })
    return ok({ offerId, state: moved.value.state })
  },
})
