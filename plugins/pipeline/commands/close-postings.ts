import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { moveRecord, sqlOf, databaseNow } from '#plugins/kernel'

/** Takes an order off every site, and tells the order so. Returns how many postings that closed. */
export const closePostings = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<number> => {
  const open = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from job_postings where job_order_id = $1 and state = 'published' order by id`,
    values: [jobOrderId],
  })
  for (const { id } of open) {
    const closed = await moveRecord({
      req,
      collection: 'job-postings',
      id,
      to: 'closed',
      data: { closedAt: await databaseNow(req) },
      what: 'posting',
    })
    if (!closed.ok) throw new Error(`Posting ${id}: ${closed.failure.code}`)
  }
  await req.payload.update({
    collection: 'job-orders',
    id: jobOrderId,
    data: { isPublic: false },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return open.length
}
