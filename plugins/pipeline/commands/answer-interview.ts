import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'
import { isTheCandidates } from '../access/whose'
import { chosen, optionalText, requiredText } from '../domain/inputs'
import { judgeChoice, nextSequence, slotsOf } from '../domain/interview-times'
import { isWorkedOn } from '../domain/job-order-workflow'
import { isLiveSubmission } from '../domain/submission-workflow'
import { peopleOfInterview, takenTimesInTurn } from '../queries/taken-times'
import { lockSubmission, orderStateOf } from './lock-submission'

/** A candidate's yes to one of the proposed times, or no. The same answer twice is one answer. */
export const answerInterview = defineCommand({
  name: 'answer-interview',
  summary: 'Accept or decline a proposed interview',
  input: z.object({
    interviewId: chosen('an interview'),
    answer: z.enum(['accept', 'decline'], 'Choose an answer.'),
    /** Which of the proposed times; may be left out where there is only one. */
    slotId: requiredText({ what: 'the time', most: 60 }).nullish(),
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
  run: async ({ input: { interviewId, answer, slotId, note }, ctx: { req, payload, actor } }) => {
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
    const chosenTime = slotsOf(interview).find(({ id }) => id === slotId)
    const isOther =
      to === 'scheduled' && Boolean(slotId) && chosenTime?.startsAt !== interview.startsAt
    if (interview.state === to && !isOther) return ok({ interviewId, state: interview.state })
    if (interview.state === 'scheduled')
      return refuseState({
        code: 'interview-agreed',
        message: 'A time is agreed already. Please call us if it does not suit any more.',
      })
    if (interview.state !== 'proposed')
      return refuseState({
        code: 'interview-not-open',
        message: 'This interview waits for no answer any more. Please call us.',
      })
    const { order, state } = locked.value
    if (answer === 'accept' && !(isWorkedOn(orderStateOf(order)) && isLiveSubmission(state)))
      return refuseState({
        code: 'interview-not-open',
        message: 'This interview does not take place. Please call us.',
      })
    const agreed = answer === 'accept' ? await agreeOn({ req, interview, slotId }) : ok({})
    if (!agreed.ok) return agreed
    const moved = await moveRecord({
      req,
      collection: 'interviews',
      id: interviewId,
      to,
      reason: note,
      data: { answerNote: note, ...agreed.value },
      what: 'interview',
    })
    if (!moved.ok) return moved
    return ok({ interviewId, state: moved.value.state })
  },
})

/** The time that both sides have now, which nobody else has taken meanwhile. */
const agreeOn = async ({
  req,
  interview,
  slotId,
}: {
  req: PayloadRequest
  interview: DataFromCollectionSlug<'interviews'>
  slotId: string | null | undefined
}): Promise<Result<Partial<DataFromCollectionSlug<'interviews'>>>> => {
  const taken = await takenTimesInTurn({ req, people: peopleOfInterview(interview) })
  const now = await databaseNow(req)
  const judged = judgeChoice({
    slots: slotsOf(interview),
    slotId: slotId ?? null,
    taken,
    now,
  })
  if (!judged.ok) return judged
  const { startsAt, endsAt } = judged.value
  return ok({
    startsAt,
    endsAt,
    agreedAt: now,
    remindedAt: null,
    endedAt: null,
    ...nextSequence(interview),
  })
}
