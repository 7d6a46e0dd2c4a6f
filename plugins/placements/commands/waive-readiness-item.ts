import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen, reasonSchema } from '../domain/input-fields'
import { settleItem } from './settle-item'

/** Does without one thing; the reason stays on the item and in the timeline. */
export const waiveReadinessItem = defineCommand({
  name: 'waive-readiness-item',
  summary: 'Do without one thing that should be there before a placement starts',
  input: z.object({ itemId: chosen('a readiness item'), reason: reasonSchema }),
  allow: { staff: 'placements.write' },
  run: async ({ input: { itemId, reason }, ctx: { req } }) => {
    const settled = await settleItem({ req, id: itemId, to: 'waived', reason, note: reason })
    return settled.ok ? ok({ itemId }) : settled
  },
})
