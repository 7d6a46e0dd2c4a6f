import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { moveRecord, publish, sqlOf } from '#plugins/kernel'
import type { Instant } from '#plugins/kernel/domain'
import { endOpenStepsOfOrder } from '#plugins/pipeline'

/**
 * Closes the order when its last opening was taken, ends the offers and interviews of every other
 * candidate still in the race and tells of them: their submissions stay where they are, because the
 * recruiter decides what to offer them.
 * The order is locked by the caller.
 */
export const fillOrder = async ({
  req,
  orderId,
  placement,
  at,
}: {
  req: PayloadRequest
  orderId: string
  placement: DataFromCollectionSlug<'placements'>
  at: Instant
}): Promise<boolean> => {
  const sql = sqlOf(req)
  const left = await sql.first({
    schema: z.object({ id: z.string() }),
    text: `select id from openings where job_order_id = $1 and state in ('open', 'reserved') limit 1`,
    values: [orderId],
  })
  if (left) return false
  const filled = await moveRecord({
    req,
    collection: 'job-orders',
    id: orderId,
    to: 'filled',
    data: { closedAt: at },
    what: 'job order',
  })
  if (!filled.ok)
    throw new Error(`The order ${orderId} could not be filled: ${filled.failure.code}`)
  const others = await endOpenStepsOfOrder({
    req,
    jobOrderId: orderId,
    reason: 'The position has been filled.',
  })
  for (const other of others)
    await publish({
      req,
      event: {
        name: 'submission.order-filled',
        subject: { kind: 'submission', id: other.id },
        person: { kind: 'candidate', id: other.candidateId },
        clientId: idOf(placement.client),
        orderId,
        ballIn: 'agency',
      },
    })
  return true
}
