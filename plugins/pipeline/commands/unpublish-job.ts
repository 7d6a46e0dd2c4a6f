import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, sqlOf, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'

export const unpublishJob = defineCommand({
  name: 'unpublish-job',
  summary: 'Take a posting off its site',
  input: z.object({ postingId: chosen('a posting') }),
  allow: { staff: 'site.write' },
  run: async ({ input: { postingId }, ctx: { req, payload } }) => {
    const posting = await payload.findByID({
      collection: 'job-postings',
      id: postingId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!posting) return refuseMissing('posting')
    const jobOrderId = idOf(posting.jobOrder)
    await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    const closed = await moveRecord({
      req,
      collection: 'job-postings',
      id: postingId,
      to: 'closed',
      data: { closedAt: await databaseNow(req) },
      what: 'posting',
    })
    if (!closed.ok) return closed
    if (!(await isOnAnySite({ req, jobOrderId })))
      await payload.update({
        collection: 'job-orders',
        id: jobOrderId,
        data: { isPublic: false },
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ postingId, state: closed.value.state })
  },
})

const isOnAnySite = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<boolean> =>
  (await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from job_postings where job_order_id = $1 and state = 'published' limit 1`,
    values: [jobOrderId],
  })) !== null
