import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, statesOf } from '#plugins/kernel/domain'
import { stageColour, stageName } from '../domain/inputs'
import { submissionWorkflow } from '../domain/submission-workflow'
import { judgeStageName, lockStages } from './lock-stages'
import { placeStages, stagesInOrder } from './place-stages'

/** A new stage comes after the last one of its state, where it is looked for. */
export const addStage = defineCommand({
  name: 'add-stage',
  summary: 'Add a stage to the boards',
  input: z.object({
    name: stageName,
    state: z.enum(statesOf(submissionWorkflow), 'Choose what the stage stands for.'),
    colour: stageColour.default('#64748b'),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { name, state, colour }, ctx: { req } }) => {
    await lockStages(req)
    const refusal = await judgeStageName({ req, id: null, name })
    if (refusal) return refusal
    const known = await stagesInOrder(req)
    const last = known.findLastIndex((stage) => stage.state === state)
    const at = last === -1 ? known.length : last + 1
    const { id } = await req.payload.create({
      collection: 'stages',
      data: { name, state, colour, position: (at + 1) * 10 },
      req,
      overrideAccess: true,
      depth: 0,
    })
    const ids = known.map((stage) => stage.id)
    await placeStages({ req, ids: [...ids.slice(0, at), id, ...ids.slice(at)] })
    return ok({ stageId: id })
  },
})
