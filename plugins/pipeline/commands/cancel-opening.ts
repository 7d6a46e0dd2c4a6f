import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen, reasonText } from '../domain/inputs'
import { isWorkedOn } from '../domain/job-order-workflow'
import { countOpenings, isFull } from '../domain/opening-counts'
import { openingStatesOf } from '../queries/opening-states'
import { closePostings } from './close-postings'
import { endOpenStepsOfOrder } from './end-open-steps'
import { orderStateOf } from './lock-submission'

export const cancelOpening = defineCommand({
  name: 'cancel-opening',
  summary: 'Take an opening off an order; the last one off a partly filled order fills it',
  input: z.object({ openingId: chosen('an opening'), reason: reasonText }),
  allow: { staff: 'orders.write' },
  run: async ({ input: { openingId, reason }, ctx: { req, payload } }) => {
    const known = await payload.findByID({
      collection: 'openings',
      id: openingId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!known) return refuseMissing('opening')
    const jobOrderId = idOf(known.jobOrder)
    const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    if (!order) return refuseMissing('job order')
    const now = await databaseNow(req)
    const moved = await moveRecord({
      req,
      collection: 'openings',
      id: openingId,
      to: 'cancelled',
      reason,
      data: { closedAt: now, closeReason: reason },
      what: 'opening',
    })
    if (!moved.ok) return moved
    const counts = countOpenings(await openingStatesOf({ req, jobOrderId }))
    if (!isWorkedOn(orderStateOf(order)) || !isFull(counts))
      return ok({ openingId, isOrderFilled: false })
    const filled = await moveRecord({
      req,
      collection: 'job-orders',
      id: jobOrderId,
      to: 'filled',
      data: { closedAt: now },
      what: 'job order',
    })
    if (!filled.ok) return filled
    await closePostings({ req, jobOrderId })
    await endOpenStepsOfOrder({ req, jobOrderId, reason })
    return ok({ openingId, isOrderFilled: true })
  },
})
