import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'

/** Adds seats to an order, numbered on. The order is locked by the caller. Returns their ids. */
export const writeOpenings = async ({
  req,
  jobOrderId,
  count,
}: {
  req: PayloadRequest
  jobOrderId: string
  count: number
}): Promise<string[]> => {
  const last = await sqlOf(req).first({
    schema: z.object({ number: wholeNumber }),
    text: 'select coalesce(max(number), 0) as number from openings where job_order_id = $1',
    values: [jobOrderId],
  })
  const ids: string[] = []
  for (let step = 1; step <= count; step += 1) {
    const opening = await req.payload.create({
      collection: 'openings',
      data: { state: 'open', jobOrder: jobOrderId, number: (last?.number ?? 0) + step },
      req,
      overrideAccess: true,
      depth: 0,
    })
    ids.push(opening.id)
  }
  return ids
}
