import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { judgeEmpty, judgeLeavingState, lockStages } from './lock-stages'
import { placeStages, stagesInOrder } from './place-stages'

export const removeStage = defineCommand({
  name: 'remove-stage',
  summary: 'Take away a stage in which nobody stands',
  input: z.object({ stageId: chosen('a stage') }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { stageId }, ctx: { req } }) => {
    await lockStages(req)
    const stage = await lockRecord({ req, collection: 'stages', id: stageId })
    if (!stage) return refuseMissing('stage')
    // To hide the last of its state is refused, so that remedy is not the one to name.
    const refusal = (await judgeLeavingState({ req, stage })) ?? (await judgeEmpty({ req, stage }))
    if (refusal) return refusal
    await req.payload.delete({ collection: 'stages', id: stageId, req, overrideAccess: true })
    await placeStages({ req, ids: (await stagesInOrder(req)).map(({ id }) => id) })
    return ok({ stageId })
  },
})
