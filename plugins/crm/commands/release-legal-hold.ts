import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { nameOf } from './place-legal-hold'

export const releaseLegalHold = defineCommand({
  name: 'release-legal-hold',
  summary: 'End a legal hold, and say why',
  input: z.object({
    legalHoldId: z.uuid('Choose a legal hold.'),
    reason: z.string().trim().min(5, 'Say why it is no longer needed.').max(300),
  }),
  allow: { staff: 'privacy.manage' },
  run: async ({ input: { legalHoldId, reason }, ctx: { req, actor, payload } }) => {
    const hold = await lockRecord({ req, collection: 'legal-holds', id: legalHoldId })
    if (!hold) return refuseMissing('legal hold')
    if (hold.releasedAt)
      return refuseState({ code: 'already-released', message: 'This hold was released before.' })
    await payload.update({
      collection: 'legal-holds',
      id: legalHoldId,
      data: {
        releasedAt: await databaseNow(req),
        releasedByName: nameOf(actor),
        releaseReason: reason,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ legalHoldId })
  },
})
