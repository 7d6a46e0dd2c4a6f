import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord, revokeLinks } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen, reasonText } from '../domain/inputs'

export const cancelInterview = defineCommand({
  name: 'cancel-interview',
  summary: 'Cancel an interview that was proposed or agreed',
  input: z.object({ interviewId: chosen('an interview'), reason: reasonText }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { interviewId, reason }, ctx: { req } }) => {
    const interview = await lockRecord({ req, collection: 'interviews', id: interviewId })
    if (!interview) return refuseMissing('interview')
    const moved = await moveRecord({
      req,
      collection: 'interviews',
      id: interviewId,
      to: 'cancelled',
      reason,
      // A calendar takes the cancellation only as a newer version of what it holds.
      data: { sequence: interview.sequence + 1 },
      what: 'interview',
    })
    if (!moved.ok) return moved
    await revokeLinks({
      req,
      purpose: 'interview.answer',
      subject: { kind: 'interview', id: interviewId },
    })
    return ok({ interviewId, state: moved.value.state, sequence: moved.value.sequence })
  },
})
