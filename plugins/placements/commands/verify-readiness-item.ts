import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen } from '../domain/input-fields'
import { settleItem } from './settle-item'

/** Somebody of the agency has seen it. The last one makes a confirmed placement ready. */
export const verifyReadinessItem = defineCommand({
  name: 'verify-readiness-item',
  summary: 'Tick off one thing that must be there before a placement starts',
  input: z.object({
    itemId: chosen('a readiness item'),
    note: z.string().trim().max(2_000).optional(),
  }),
  allow: { staff: 'placements.write' },
  run: async ({ input: { itemId, note }, ctx: { req } }) => {
    const settled = await settleItem({ req, id: itemId, to: 'verified', note: note ?? null })
    return settled.ok ? ok({ itemId }) : settled
  },
})
