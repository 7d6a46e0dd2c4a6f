import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, moveRecord, sqlOf } from '#plugins/kernel'
import type { Result } from '#plugins/kernel/domain'

const idRow = z.object({ id: z.string() })

/** Takes an order off every site, and tells the order so. Returns how many postings that closed. */
export const closePostings = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<number> => {
  const open = await publishedOf({ req, jobOrderId })
  for (const { id } of open) {
    const closed = await close({ req, id })
    if (!closed.ok) throw new Error(`Posting ${id}: ${closed.failure.code}`)
  }
  await markPrivate({ req, jobOrderId })
  return open.length
}

/** Takes one posting off its site. The order, which is locked before, is public while others stand. */
export const closePosting = async ({
  req,
  jobOrderId,
  id,
}: {
  req: PayloadRequest
  jobOrderId: string
  id: string
}): Promise<Result<{ state: string }>> => {
  const closed = await close({ req, id })
  if (closed.ok && (await publishedOf({ req, jobOrderId })).length === 0)
    await markPrivate({ req, jobOrderId })
  return closed
}

const publishedOf = async ({ req, jobOrderId }: { req: PayloadRequest; jobOrderId: string }) =>
  await sqlOf(req).rows({
    schema: idRow,
    text: `select id from job_postings where job_order_id = $1 and state = 'published' order by id`,
    values: [jobOrderId],
  })

const close = async ({ req, id }: { req: PayloadRequest; id: string }) =>
  await moveRecord({
    req,
    collection: 'job-postings',
    id,
    to: 'closed',
    data: { closedAt: await databaseNow(req) },
    what: 'posting',
  })

const markPrivate = async ({ req, jobOrderId }: { req: PayloadRequest; jobOrderId: string }) =>
  await req.payload.update({
    collection: 'job-orders',
    id: jobOrderId,
    data: { isPublic: false },
    req,
    overrideAccess: true,
    depth: 0,
  })
