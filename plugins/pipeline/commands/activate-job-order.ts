import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { judgeTermsForActivation } from '../domain/order-terms'
import { openingStatesOf } from '../queries/opening-states'
import { gradeOrder, refusedGates } from './grade-order'
import { writeOpenings } from './write-openings'

/**
 * An order is worked on once it could also be invoiced, by a client who is not on credit stop, and while
 * no gate is known to be wrong.
 */
export const activateJobOrder = defineCommand({
  name: 'activate-job-order',
  summary: 'Start working on an order, also one that was on hold',
  input: z.object({ jobOrderId: chosen('a job order') }),
  allow: { staff: 'orders.write' },
  run: async ({ input: { jobOrderId }, ctx: { req, payload } }) => {
    const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    if (!order) return refuseMissing('job order')
    const client = await payload.findByID({
      collection: 'client-corporations',
      id: idOf(order.client),
      depth: 0,
      req,
      overrideAccess: true,
    })
    if (client.isOnCreditStop)
      return refuseState({
        code: 'client-on-credit-stop',
        message: `${client.name} is on credit stop. Settle that first.`,
      })
    const terms = judgeTermsForActivation(order)
    if (!terms.ok) return terms
    const refused = await refusedGates({ req, order })
    if (refused.length > 0)
      return refuseState({ code: 'gates-refused', message: refused.join(' ') })
    const moved = await moveRecord({
      req,
      collection: 'job-orders',
      id: jobOrderId,
      to: 'active',
      data: { activatedAt: order.activatedAt ?? (await databaseNow(req)), closeReason: null },
      what: 'job order',
    })
    if (!moved.ok) return moved
    if ((await openingStatesOf({ req, jobOrderId })).length === 0)
      await writeOpenings({ req, jobOrderId, count: order.openingsCount })
    await gradeOrder({ req, jobOrderId, trigger: 'activated' })
    return ok({ jobOrderId, state: moved.value.state })
  },
})
