import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen, stageColour, stageName } from '../domain/inputs'
import { judgeLeavingState, judgeStageName, lockStages } from './lock-stages'

/** What a stage is called and looks like, and whether boards show it. Its state stays. */
export const changeStage = defineCommand({
  name: 'change-stage',
  summary: 'Rename a stage, change its colour, hide it or show it again',
  input: z.object({
    stageId: chosen('a stage'),
    name: stageName.optional(),
    colour: stageColour.optional(),
    isHidden: z.boolean().optional(),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { stageId, name, colour, isHidden }, ctx: { req } }) => {
    await lockStages(req)
    const stage = await lockRecord({ req, collection: 'stages', id: stageId })
    if (!stage) return refuseMissing('stage')
    const refusal =
      (name === undefined ? null : await judgeStageName({ req, id: stageId, name })) ??
      (isHidden ? await judgeLeavingState({ req, stage }) : null)
    if (refusal) return refusal
    const changed = await req.payload.update({
      collection: 'stages',
      id: stageId,
      data: {
        ...(name === undefined ? {} : { name }),
        ...(colour === undefined ? {} : { colour }),
        ...(isHidden === undefined ? {} : { isHidden }),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ stageId, name: changed.name, isHidden: changed.isHidden === true })
  },
})
