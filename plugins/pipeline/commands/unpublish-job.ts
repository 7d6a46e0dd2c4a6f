import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { closePosting } from './close-postings'

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
    const closed = await closePosting({ req, jobOrderId, id: postingId })
    return closed.ok ? ok({ postingId, state: closed.value.state }) : closed
  },
})
