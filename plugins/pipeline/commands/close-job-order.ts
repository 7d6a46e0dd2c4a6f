import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, moveRecord, sqlOf, databaseNow } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen, reasonText } from '../domain/inputs'
import { closePostings } from './close-postings'
import { endOpenStepsOfOrder } from './end-open-steps'

/**
 * Ends an order that will not be filled. Its free openings go, and with them offers
 * and interviews that nobody has been placed by; filled ones and placements stay.
 */
export const closeJobOrder = defineCommand({
  name: 'close-job-order',
  summary: 'Close an order as lost or cancelled; it leaves the sites',
  input: z.object({
    jobOrderId: chosen('a job order'),
    outcome: z.enum(['lost', 'cancelled'], 'Choose how it ended.'),
    reason: reasonText,
  }),
  allow: { staff: 'orders.write' },
  run: async ({ input: { jobOrderId, outcome, reason }, ctx: { req } }) => {
    const now = await databaseNow(req)
    const moved = await moveRecord({
      req,
      collection: 'job-orders',
      id: jobOrderId,
      to: outcome === 'lost' ? 'closed_lost' : 'closed_cancelled',
      reason,
      data: { closedAt: now, closeReason: reason },
      what: 'job order',
    })
    if (!moved.ok) return moved
    await closeOpenings({ req, jobOrderId, reason, now })
    await closePostings({ req, jobOrderId })
    await endOpenStepsOfOrder({ req, jobOrderId, reason })
    return ok({ jobOrderId, state: moved.value.state })
  },
})

const closeOpenings = async ({
  req,
  jobOrderId,
  reason,
  now,
}: {
  req: PayloadRequest
  jobOrderId: string
  reason: string
  now: string
}): Promise<void> => {
  const free = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from openings where job_order_id = $1 and state in ('open', 'reserved')
      order by number`,
    values: [jobOrderId],
  })
  for (const { id } of free) {
    const cancelled = await moveRecord({
      req,
      collection: 'openings',
      id,
      to: 'cancelled',
      reason,
      data: { closedAt: now, closeReason: reason },
      what: 'opening',
    })
    if (!cancelled.ok) throw new Error(`Opening ${id}: ${cancelled.failure.code}`)
  }
}
