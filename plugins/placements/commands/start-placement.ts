import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen, daySchema } from '../domain/input-fields'
import { lastDayOf } from '../domain/placement-days'

/** The worker turned up. From that day on hours can be entered. */
export const startPlacement = defineCommand({
  name: 'start-placement',
  summary: 'Record that the worker has started',
  input: z.object({
    placementId: chosen('a placement'),
    /** The agreed first day when left out. */
    startedOn: daySchema.optional(),
  }),
  allow: { staff: 'placements.write' },
  run: async ({ input: { placementId, startedOn }, ctx: { req } }) => {
    const placement = await lockRecord({ req, collection: 'placements', id: placementId })
    if (!placement) return refuseMissing('placement')
    if (placement.state === 'confirmed')
      return refuseState({
        code: 'not-ready',
        message: 'Something is still missing on the readiness list. Verify or waive it first.',
      })
    const actualStartOn = startedOn ?? placement.startsOn
    const lastDay = lastDayOf(placement)
    if (lastDay !== null && actualStartOn > lastDay)
      return refuseInput({ startedOn: `The placement ends on ${lastDay}.` })
    const moved = await moveRecord({
      req,
      collection: 'placements',
      id: placementId,
      to: 'active',
      data: { actualStartOn },
      what: 'placement',
    })
    return moved.ok ? ok({ placementId, startedOn: actualStartOn }) : moved
  },
})
