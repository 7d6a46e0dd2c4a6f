import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, spendLink, databaseNow } from '#plugins/kernel'
import {
  epochMsOf,
  ok,
  refuseMissing,
  refuseState,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import { isTheCandidates } from '../access/whose'
import { chosen, optionalText } from '../domain/inputs'
import { isWorkedOn } from '../domain/job-order-workflow'
import { lockSubmission, orderStateOf, type LockedSubmission } from './lock-submission'

/** A candidate's yes or no to an offer. The act spends the link. */
export const answerOffer = defineCommand({
  name: 'answer-offer',
  summary: 'Accept or decline an offer',
  input: z.object({
    offerId: chosen('an offer'),
    answer: z.enum(['accept', 'decline'], 'Choose an answer.'),
    reason: optionalText(2_000),
  }),
  allow: {
    staff: 'pipeline.write',
    portal: ['candidate'],
    link: { purpose: 'offer.answer', subject: ({ offerId }) => ({ kind: 'offer', id: offerId }) },
  },
  run: async ({ input: { offerId, answer, reason }, ctx: { req, payload, actor } }) => {
    const known = await payload.findByID({
      collection: 'offers',
      id: offerId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!known || !isTheCandidates({ actor, candidateId: idOf(known.candidate) }))
      return refuseMissing('offer')
    const locked = await lockSubmission({ req, id: idOf(known.submission) })
    if (!locked.ok) return refuseMissing('offer')
    const offer = await lockRecord({ req, collection: 'offers', id: offerId })
    if (!offer) return refuseMissing('offer')
    const to = answer === 'accept' ? 'accepted' : 'declined'
    if (offer.state === to) return ok({ offerId, state: offer.state })
    const notOpen = answer === 'accept' ? judgeOpen(locked.value) : null
    if (notOpen) return notOpen
    const now = await databaseNow(req)
    if (
      offer.state === 'extended' &&
      offer.expiresAt &&
      epochMsOf(offer.expiresAt) < epochMsOf(now)
    )
      return refuseState({
        code: 'offer-expired',
        message: 'This offer has expired. Please call us.',
      })
    const moved = await moveRecord({
      req,
      collection: 'offers',
      id: offerId,
      to,
      reason,
      data: { resolvedAt: now, ...(answer === 'decline' ? { declineReason: reason } : {}) },
      what: 'offer',
    })
    if (!moved.ok) return moved
    if (!(await spendLink({ req, actor })))
      return refuseState({
        code: 'link-spent',
        message: 'This link has already been used. Please call us.',
      })
    return ok({ offerId, state: moved.value.state })
  },
})

/** A yes counts only while the order is worked on and the candidate stands at the offer. */
const judgeOpen = ({ order, state }: LockedSubmission): Result<never, Failure> | null =>
  isWorkedOn(orderStateOf(order)) && state === 'offer'
    ? null
    : refuseState({
        code: 'offer-not-open',
        message: 'This offer can no longer be accepted. Please call us.',
      })
