import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen, reasonText } from '../domain/inputs'
import { closePostings } from './close-postings'

export const holdJobOrder = defineCommand({
  name: 'hold-job-order',
  summary: 'Put an order on hold; it leaves the sites',
  input: z.object({ jobOrderId: chosen('a job order'), reason: reasonText }),
  allow: { staff: 'orders.write' },
  run: async ({ input: { jobOrderId, reason }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'job-orders',
      id: jobOrderId,
      to: 'on_hold',
      reason,
      data: { closeReason: reason },
      what: 'job order',
    })
    if (!moved.ok) return moved
    await closePostings({ req, jobOrderId })
    return ok({ jobOrderId, state: moved.value.state })
  },
})
