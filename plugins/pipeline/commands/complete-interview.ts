import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord, databaseNow } from '#plugins/kernel'
import { epochMsOf, ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen, optionalText } from '../domain/inputs'

export const completeInterview = defineCommand({
  name: 'complete-interview',
  summary: 'Note what came of an interview',
  input: z.object({
    interviewId: chosen('an interview'),
    outcome: z
      .enum(['done', 'no_show_candidate', 'no_show_client'], 'Choose what happened.')
      .default('done'),
    note: optionalText(4_000),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { interviewId, outcome, note }, ctx: { req } }) => {
    const interview = await lockRecord({ req, collection: 'interviews', id: interviewId })
    if (!interview) return refuseMissing('interview')
    if (epochMsOf(interview.startsAt) > epochMsOf(await databaseNow(req)))
      return refuseState({
        code: 'interview-not-begun',
        message: 'This interview has not begun yet. Cancel it if it will not take place.',
      })
    const moved = await moveRecord({
      req,
      collection: 'interviews',
      id: interviewId,
      to: outcome,
      reason: note,
      data: { outcome: note },
      what: 'interview',
    })
    if (!moved.ok) return moved
    return ok({ interviewId, state: moved.value.state })
  },
})
