import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { lockStages } from './lock-stages'
import { placeStages, stagesInOrder } from './place-stages'

export const orderStages = defineCommand({
  name: 'order-stages',
  summary: 'Put the stages of the boards into an order',
  input: z.object({
    /** All stages, hidden ones too, in their new order. */
    stageIds: z.array(chosen('a stage')).max(200, 'At most 200 stages.'),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { stageIds }, ctx: { req } }) => {
    await lockStages(req)
    const known = await stagesInOrder(req)
    const asked = new Set(stageIds)
    const isSameSet =
      asked.size === stageIds.length &&
      stageIds.length === known.length &&
      known.every(({ id }) => asked.has(id))
    if (!isSameSet)
      return refuseState({
        code: 'changed-meanwhile',
        message: 'These are not exactly the stages there are. Look again and order once more.',
      })
    await placeStages({ req, ids: stageIds })
    return ok({ stageIds })
  },
})
