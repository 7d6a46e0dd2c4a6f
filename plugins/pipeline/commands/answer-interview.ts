import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, databaseNow } from '#plugins/kernel'
import { epochMsOf, ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { isTheCandidates } from '../access/whose'
import { chosen, optionalText } from '../domain/inputs'
import { isWorkedOn } from '../domain/job-order-workflow'
import { isLiveSubmission } from '../domain/submission-workflow'
import { lockSubmission, orderStateOf } from './lock-submission'

/** A candidate's yes or no to a proposed time. The same answer twice is one answer. */
export const answerInterview = defineCommand({
  name: 'answer-interview',
  summary: 'Accept or decline a proposed interview',
  input: z.object({
    interviewId: chosen('an interview'),
    answer: z.enum(['accept', 'decline'], 'Choose an answer.'),
    note: optionalText(2_000),
  }),
  allow: {
    staff: 'pipeline.write',
    portal: ['candidate'],
    link: {
      purpose: 'interview.answer',
      subject: ({ interviewId }) => ({ kind: 'interview', id: interviewId }),
    },
  },
  run: async ({ input: { interviewId, answer, note }, ctx: { req, payload, actor } }) => {
    const known = await payload.findByID({
      collection: 'interviews',
      id: interviewId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!known || !isTheCandidates({ actor, candidateId: idOf(known.candidate) }))
      return refuseMissing('interview')
    const locked = await lockSubmission({ req, id: idOf(known.submission) })
    const interview = await lockRecord({ req, collection: 'interviews', id: interviewId })
    if (!locked.ok || !interview) return refuseMissing('interview')
    const to = answer === 'accept' ? 'scheduled' : 'declined'
    if (interview.state === to) return ok({ interviewId, state: interview.state })
    const { order, state } = locked.value
    if (answer === 'accept' && !(isWorkedOn(orderStateOf(order)) && isLiveSubmission(state)))
      return refuseState({
        code: 'interview-not-open',
        message: 'This interview does not take place. Please call us.',
      })
    const now = await databaseNow(req)
    if (answer === 'accept' && epochMsOf(interview.startsAt) <= epochMsOf(now))
      return refuseState({
        code: 'interview-passed',
        message: 'This time has passed. Please call us for another one.',
      })
    const moved = await moveRecord({
      req,
      collection: 'interviews',
      id: interviewId,
      to,
      reason: note,
      data: { answerNote: note },
      what: 'interview',
    })
    if (!moved.ok) return moved
    return ok({ interviewId, state: moved.value.state })
  },
})
