import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { nameOf } from './place-legal-hold'

export const endClientBlock = defineCommand({
  name: 'end-client-block',
  summary: 'End a block, so that the candidate may be sent to the client again',
  input: z.object({
    clientBlockId: z.uuid('Choose a block.'),
    reason: z.string('Say why.').trim().min(3, 'Say why.').max(300, 'At most 300 characters.'),
  }),
  allow: { staff: 'candidates.write' },
  run: async ({ input: { clientBlockId, reason }, ctx: { req, actor, payload } }) => {
    const block = await lockRecord({ req, collection: 'client-blocks', id: clientBlockId })
    if (!block) return refuseMissing('client block')
    if (block.endedAt)
      return refuseState({ code: 'already-ended', message: 'This block was ended before.' })
    await payload.update({
      collection: 'client-blocks',
      id: clientBlockId,
      data: { endedAt: await databaseNow(req), endedByName: nameOf(actor), endReason: reason },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ clientBlockId })
  },
})
