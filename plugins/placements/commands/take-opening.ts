import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { lockRecord, moveRecord, sqlOf } from '#plugins/kernel'
import { type Instant, ok, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'

/**
 * Fills the opening that was chosen, or the first free one of the order, and returns its id. The
 * order is locked by the caller, so nobody else is choosing.
 */
export const takeOpening = async ({
  req,
  orderId,
  openingId,
  at,
}: {
  req: PayloadRequest
  orderId: string
  openingId: string | undefined
  at: Instant
}): Promise<Result<string>> => {
  const id = openingId ?? (await firstFree({ req, orderId }))
  if (!id)
    return refuseState({
      code: 'no-opening-left',
      message: 'All openings of this order are taken.',
    })
  const opening = await lockRecord({ req, collection: 'openings', id })
  if (!opening || idOf(opening.jobOrder) !== orderId) return refuseMissing('opening')
  const filled = await moveRecord({
    req,
    collection: 'openings',
    id,
    to: 'filled',
    data: { filledAt: at },
    what: 'opening',
  })
  if (filled.ok) return ok(id)
  return filled.failure.kind === 'state'
    ? refuseState({ code: 'opening-taken', message: 'This opening is no longer free.' })
    : filled
}

/** Free ones first; a reserved one only when no other is left. */
const firstFree = async ({
  req,
  orderId,
}: {
  req: PayloadRequest
  orderId: string
}): Promise<string | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from openings where job_order_id = $1 and state in ('open', 'reserved')
      order by (state = 'reserved'), number limit 1`,
    values: [orderId],
  })
  return row?.id ?? null
}
