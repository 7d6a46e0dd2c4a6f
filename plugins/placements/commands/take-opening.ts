import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { lockRecord, moveRecord, sqlOf } from '#plugins/kernel'
import { releaseSeats } from '#plugins/pipeline'
import { isReserved } from '#plugins/pipeline/domain'
import { type Instant, ok, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'

/**
 * Fills the opening that was chosen, or the first free one of the order, and returns its id. The
 * order is locked by the caller, so nobody else is choosing.
 */
export const takeOpening = async ({
  req,
  orderId,
  submissionId,
  openingId,
  at,
}: {
  req: PayloadRequest
  orderId: string
  submissionId: string
  openingId: string | undefined
  at: Instant
}): Promise<Result<string>> => {
  const id = openingId ?? (await firstFree({ req, orderId, submissionId }))
  if (!id)
    return refuseState({
      code: 'no-opening-left',
      message:
        'All openings of this order are taken or reserved for others: release one, or add one.',
    })
  const opening = await lockRecord({ req, collection: 'openings', id })
  if (!opening || idOf(opening.jobOrder) !== orderId) return refuseMissing('opening')
  if (isReserved(opening.state) && opening.submission && idOf(opening.submission) !== submissionId)
    return refuseState({
      code: 'opening-reserved',
      message: 'This opening is reserved for somebody else: release it first.',
    })
  const filled = await moveRecord({
    req,
    collection: 'openings',
    id,
    to: 'filled',
    data: { filledAt: at, submission: submissionId },
    what: 'opening',
  })
  if (filled.ok) {
    await releaseSeats({ req, submissionId, reason: 'Placed on another opening.' })
    return ok(id)
  }
  return filled.failure.kind === 'state'
    ? refuseState({ code: 'opening-taken', message: 'This opening is no longer free.' })
    : filled
}

/** The one that is reserved for them, else a free one; never one that is kept for somebody else. */
const firstFree = async ({
  req,
  orderId,
  submissionId,
}: {
  req: PayloadRequest
  orderId: string
  submissionId: string
}): Promise<string | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from openings where job_order_id = $1
        and (state = 'open' or (state = 'reserved' and coalesce(submission_id, $2) = $2))
      order by (state = 'reserved' and submission_id = $2) desc, (state = 'reserved'), number limit 1`,
    values: [orderId, submissionId],
  })
  return row?.id ?? null
}
