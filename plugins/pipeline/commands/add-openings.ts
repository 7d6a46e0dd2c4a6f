import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen, openingsCount } from '../domain/inputs'
import { isClosedOrder } from '../domain/job-order-workflow'
import { orderStateOf } from './lock-submission'
import { writeOpenings } from './write-openings'

export const addOpenings = defineCommand({
  name: 'add-openings',
  summary: 'Add openings to an order; a filled one becomes active again',
  input: z.object({ jobOrderId: chosen('a job order'), count: openingsCount }),
  allow: { staff: 'orders.write' },
  run: async ({ input: { jobOrderId, count }, ctx: { req } }) => {
    const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    if (!order) return refuseMissing('job order')
    const state = orderStateOf(order)
    if (isClosedOrder(state) && state !== 'filled')
      return refuseState({ code: 'order-closed', message: 'This order is closed.' })
    const openingIds = await writeOpenings({ req, jobOrderId, count })
    if (state !== 'filled') return ok({ jobOrderId, openingIds })
    const reopened = await moveRecord({
      req,
      collection: 'job-orders',
      id: jobOrderId,
      to: 'active',
      data: { closedAt: null },
      what: 'job order',
    })
    return reopened.ok ? ok({ jobOrderId, openingIds }) : reopened
  },
})
