import { z } from 'zod'

import { erasePerson } from '#plugins/crm'
import { guardCommand, sqlOf } from '#plugins/kernel'
import { refuseState } from '#plugins/kernel/domain'
import { placementWorkflow } from '../domain/placement-workflow'

const open = Object.entries(placementWorkflow.states)
  .filter(([, { next }]) => Object.keys(next).length > 0)
  .map(([state]) => state)

/** Nobody is erased while they work, or are about to. */
export const keepWorkersKnown = guardCommand({
  command: erasePerson,
  judge: async ({ input: { candidateId }, ctx: { req } }) => {
    if (candidateId === undefined) return null
    const placement = await sqlOf(req).first({
      schema: z.object({ ref: z.string().nullable(), title: z.string() }),
      text: `select ref, title from placements where candidate_id = $1 and state = any($2) limit 1`,
      values: [candidateId, open],
    })
    return placement
      ? refuseState({
          code: 'still-placed',
          message: `This candidate is placed (${[placement.ref, placement.title].filter(Boolean).join(', ')}). End or cancel the placement first.`,
        })
      : null
  },
})
