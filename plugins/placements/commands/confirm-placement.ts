import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/input-fields'
import { isPermanent } from '../domain/placement-days'
import { reachableApproverOf } from '../queries/approver-of-placement'
import { readyPlacement } from './ready-placement'

/**
 * Client and worker said yes to the terms: the assignment letter is written from now on. Work by the
 * hour needs somebody at the client who can be asked to approve it.
 */
export const confirmPlacement = defineCommand({
  name: 'confirm-placement',
  summary: 'Confirm a placement to client and worker',
  input: z.object({ placementId: chosen('a placement') }),
  allow: { staff: 'placements.write' },
  run: async ({ input: { placementId }, ctx: { req } }) => {
    const placement = await lockRecord({ req, collection: 'placements', id: placementId })
    if (!placement) return refuseMissing('placement')
    const isByTheHour = !isPermanent(placement.employmentType)
    if (isByTheHour && !(await reachableApproverOf({ req, placementId })))
      return refuseState({
        code: 'no-approver',
        message:
          'Nobody at the client can be asked to approve the hours. Choose a contact with an e-mail address as “Approves the hours” first.',
      })
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
