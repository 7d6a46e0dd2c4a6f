import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineReaction, sqlOf, wholeNumber } from '#plugins/kernel'
import { putTask } from '#plugins/work'
import { rejectReasonLabels } from '../domain/reasons'
import { rejectionsThatSayMore } from '../domain/shortlist-answer'

/**
 * A client who says no to one candidate after another for the same reason has asked for something
 * else than they want: the owner of the order gets a task to talk about it, once for each reason.
 */
export const suggestOrderChange = defineReaction({
  name: 'suggest-order-change',
  on: ['submission.rejected'],
  run: async ({ req, event }) => {
    const submission = await req.payload.findByID({
      collection: 'submissions',
      id: event.subject.id,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!submission || submission.rejectedBy !== 'client' || !submission.rejectReason) return
    const jobOrderId = idOf(submission.jobOrder)
    const row = await sqlOf(req).first({
      schema: z.object({ count: wholeNumber }),
      text: `select count(*) as count from submissions where job_order_id = $1
        and state = 'rejected' and rejected_by = 'client' and reject_reason::text = $2`,
      values: [jobOrderId, submission.rejectReason],
    })
    if (!row || row.count < rejectionsThatSayMore) return
    const order = await req.payload.findByID({
      collection: 'job-orders',
      id: jobOrderId,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const why = rejectReasonLabels[submission.rejectReason].toLowerCase()
    await putTask({
      req,
      task: {
        title: `Talk with the client about changing the order: ${order.title}`,
        note: `${row.count} candidates were rejected for one reason: ${why}. Ask what is really wanted, and change the order to it.`,
        ownerId: idOf(order.owner),
        about: { kind: 'job-order', id: jobOrderId },
        source: 'rule',
        sourceKey: `suggest-order-change:${jobOrderId}:${submission.rejectReason}`,
      },
    })
  },
})
