import { z } from 'zod'

import { defineReaction, runCommand, sqlOf } from '#plugins/kernel'
import { liveSubmissionStates } from '../domain/submission-workflow'
import { withdrawSubmission } from '../commands/withdraw-submission'

/**
 * Whoever was erased is in no race any more: their open submissions are withdrawn, and with them the
 * offers and interviews that were still open.
 */
export const leaveEveryOrder = defineReaction({
  name: 'leave-every-order',
  on: ['erasure.created'],
  run: async ({ req, event }) => {
    const open = await sqlOf(req).rows({
      schema: z.object({ id: z.string() }),
      text: `select s.id from submissions s join erasures e on s.candidate_id::text = e.person_id
        where e.id = $1 and e.person_kind::text = 'candidate' and s.state = any($2)
        order by s.job_order_id, s.id`,
      values: [event.subject.id, liveSubmissionStates],
    })
    for (const { id } of open) {
      const withdrawn = await runCommand({
        command: withdrawSubmission,
        req,
        input: { submissionId: id, reason: 'The candidate’s data was erased.' },
      })
      if (!withdrawn.ok) throw new Error(`Submission ${id}: ${withdrawn.failure.code}`)
    }
  },
})
