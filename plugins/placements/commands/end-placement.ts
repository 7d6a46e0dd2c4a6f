import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord, todayAt } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, type Day, type Result } from '#plugins/kernel/domain'
import { chosen, daySchema, reasonSchema } from '../domain/input-fields'
import { firstDayOf } from '../domain/placement-days'
import { zoneOfPlacement } from '../queries/zone-of-placement'
import { finishPlacement } from './finish-placement'

/**
 * Ends a placement on its last day of work. A day to come puts it under notice until then; a day
 * that has passed ends it, as completed or early, whichever the agreed end says.
 */
export const endPlacement = defineCommand({
  name: 'end-placement',
  summary: 'End a placement, now or on a day to come',
  input: z.object({
    placementId: chosen('a placement'),
    lastDayOn: daySchema,
    reason: reasonSchema,
  }),
  allow: { staff: 'placements.write' },
  run: async ({ input: { placementId, lastDayOn, reason }, ctx: { req } }) => {
    const placement = await lockRecord({ req, collection: 'placements', id: placementId })
    if (!placement) return refuseMissing('placement')
    if (lastDayOn < firstDayOf(placement))
      return refuseInput({ lastDayOn: `The placement started on ${firstDayOf(placement)}.` })
    const today = await todayAt({ req, zone: await zoneOfPlacement({ req, placement }) })
    const ended =
      lastDayOn >= today
        ? await giveNotice({ req, placement, lastDayOn, reason })
        : await finishPlacement({ req, placement, lastDayOn, reason })
    return ended.ok ? ok({ placementId, state: ended.value.state }) : ended
  },
})

type Placement = DataFromCollectionSlug<'placements'>

const giveNotice = async ({
  req,
  placement,
  lastDayOn,
  reason,
}: {
  req: PayloadRequest
  placement: Placement
  lastDayOn: Day
  reason: string
}): Promise<Result<Placement>> => {
  const data = { noticeUntilOn: lastDayOn, endReason: reason }
  if (placement.state !== 'notice')
    return await moveRecord({
      req,
      collection: 'placements',
      id: placement.id,
      to: 'notice',
      reason,
      data,
      what: 'placement',
    })
  return ok(
    await req.payload.update({
      collection: 'placements',
      id: placement.id,
      data,
      req,
      overrideAccess: true,
      depth: 0,
    }),
  )
}
