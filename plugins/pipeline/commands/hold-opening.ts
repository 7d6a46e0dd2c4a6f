import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, moveRecord, sqlOf } from '#plugins/kernel'

/**
 * Reserves the first open seat of an order for a candidate. The order is locked by the caller.
 *
 * @returns the seat, also when it was theirs already; null when none is open
 */
export const holdOpening = async ({
  req,
  jobOrderId,
  submissionId,
}: {
  req: PayloadRequest
  jobOrderId: string
  submissionId: string
}): Promise<string | null> => {
  const seat = await sqlOf(req).first({
    schema: z.object({ id: z.string(), is_theirs: z.boolean() }),
    text: `select id, state = 'reserved' as is_theirs from openings
      where job_order_id = $1 and (state = 'open' or (state = 'reserved' and submission_id = $2))
      order by (state = 'reserved') desc, number limit 1`,
    values: [jobOrderId, submissionId],
  })
  if (!seat) return null
  if (seat.is_theirs) return seat.id
  const moved = await moveRecord({
    req,
    collection: 'openings',
    id: seat.id,
    to: 'reserved',
    data: {
      submission: submissionId,
      reservedAt: await databaseNow(req),
      releaseReason: null,
    },
    what: 'opening',
  })
  if (!moved.ok) throw new Error(`Opening ${seat.id}: ${moved.failure.code}`)
  return seat.id
}
