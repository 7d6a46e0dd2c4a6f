import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import {
  epochMsOf,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  type Actor,
} from '#plugins/kernel/domain'
import { isTheCandidates } from '../access/whose'
import { chosen, optionalText } from '../domain/inputs'
import { isLiveSubmission } from '../domain/submission-workflow'
import { lockSubmission } from './lock-submission'

/**
 * A candidate’s yes or no, with the name they sign as. A no after a yes takes the right back. A colleague
 * who was told on the phone says what the candidate said; the proof names both.
 */
export const answerRightToRepresent = defineCommand({
  name: 'answer-right-to-represent',
  summary: 'Give, refuse or take back the right to represent a candidate',
  input: z.object({
    representationId: chosen('a question'),
    answer: z.enum(['give', 'refuse'], 'Choose an answer.'),
    signedName: optionalText(200),
    note: optionalText(2_000),
  }),
  allow: {
    staff: 'pipeline.write',
    portal: ['candidate'],
    link: {
      purpose: 'representation.answer',
      subject: ({ representationId }) => ({ kind: 'representation', id: representationId }),
    },
  },
  run: async ({ input, ctx: { req, payload, actor } }) => {
    const { representationId, answer, note } = input
    const known = await payload.findByID({
      collection: 'representations',
      id: representationId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!known || !isTheCandidates({ actor, candidateId: idOf(known.candidate) }))
      return refuseMissing('question')
    const locked = await lockSubmission({ req, id: idOf(known.submission) })
    const asked = await lockRecord({ req, collection: 'representations', id: representationId })
    if (!locked.ok || !asked) return refuseMissing('question')
    const to = stateAfter({ state: asked.state, answer })
    if (asked.state === to) return ok({ representationId, state: asked.state })
    const signedName = input.signedName ?? asked.signedName ?? null
    if (answer === 'give' && (signedName ?? '').length < 3)
      return refuseInput({ signedName: 'Enter the full name that stands as the signature.' })
    if (actor.kind === 'staff' && !note)
      return refuseInput({ note: 'Write what the candidate said, and when.' })
    const now = await databaseNow(req)
    if (asked.state === 'asked' && asked.expiresAt && epochMsOf(asked.expiresAt) < epochMsOf(now))
      return refuseState({
        code: 'question-expired',
        message: 'This question has expired. Please call us; we will ask again.',
      })
    if (
      locked.value.state === 'placed' ||
      (answer === 'give' && !isLiveSubmission(locked.value.state))
    )
      return refuseState({
        code: 'question-closed',
        message: 'This application is over. Please call us.',
      })
    const moved = await moveRecord({
      req,
      collection: 'representations',
      id: representationId,
      to,
      reason: note,
      data: {
        answeredAt: now,
        signedName,
        note,
        answeredThrough: throughOf(actor),
        takenByName: actor.kind === 'staff' ? actor.name : null,
      },
      what: 'right to represent',
    })
    if (!moved.ok) return moved
    return ok({ representationId, state: moved.value.state })
  },
})

const stateAfter = ({
  state,
  answer,
}: {
  state: string
  answer: 'give' | 'refuse'
}): 'given' | 'refused' | 'taken_back' => {
  if (answer === 'give') return 'given'
  return state === 'given' || state === 'taken_back' ? 'taken_back' : 'refused'
}

const throughOf = ({ kind }: Actor): 'link' | 'portal' | 'colleague' => {
  if (kind === 'link') return 'link'
  return kind === 'portal' ? 'portal' : 'colleague'
}
