import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand, lockRecord, publish } from '#plugins/kernel'
import { epochMsOf, ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'

/** By itself it is asked after rounds of an order’s plan only. */
export const askForScorecards = defineCommand({
  name: 'ask-for-scorecards',
  summary: 'Ask the client’s people of an interview what they thought, each by a link of their own',
  input: z.object({ interviewId: chosen('an interview') }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { interviewId }, ctx: { req } }) => {
    const interview = await lockRecord({ req, collection: 'interviews', id: interviewId })
    if (!interview) return refuseMissing('interview')
    if (
      !['scheduled', 'done'].includes(interview.state) ||
      epochMsOf(interview.startsAt) > epochMsOf(await databaseNow(req))
    )
      return refuseState({
        code: 'interview-not-held',
        message: 'Scorecards are for interviews that have taken place.',
      })
    await publish({
      req,
      event: {
        name: 'interview.scorecards-asked',
        subject: { kind: 'interview', id: interviewId },
        person: { kind: 'candidate', id: idOf(interview.candidate) },
        clientId: idOf(interview.client),
        orderId: idOf(interview.jobOrder),
        ballIn: 'client',
      },
    })
    return ok({ interviewId })
  },
})
