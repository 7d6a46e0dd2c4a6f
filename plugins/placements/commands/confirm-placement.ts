import { z } from 'zod'

import { defineCommand, moveRecord, databaseNow } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen } from '../domain/input-fields'
import { readyPlacement } from './ready-placement'

/** Client and worker said yes to the terms: the assignment letter is written from now on. */
export const confirmPlacement = defineCommand({
  name: 'confirm-placement',
  summary: 'Confirm a placement to client and worker',
  input: z.object({ placementId: chosen('a placement') }),
  allow: { staff: 'placements.write' },
  run: async ({ input: { placementId }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'placements',
      id: placementId,
      to: 'confirmed',
      data: { confirmedAt: await databaseNow(req) },
      what: 'placement',
    })
    if (!moved.ok) return moved
    const isReady = await readyPlacement({ req, placement: moved.value })
    return ok({ placementId, isReady })
  },
})
