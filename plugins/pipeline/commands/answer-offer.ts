import type { DataFromCollectionSlug } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, spendLink, databaseNow } from '#plugins/kernel'
import {
  calendarDay,
  epochMsOf,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import { isTheCandidates } from '../access/whose'
import { amountMinor, chosen, optionalText, rateE4 } from '../domain/inputs'
import { isWorkedOn } from '../domain/job-order-workflow'
import { declineReasons, type OfferTerms } from '../domain/offer-terms'
import { lockSubmission, orderStateOf, type LockedSubmission } from './lock-submission'

/** A candidate's yes or no to an offer, or their wish for other terms. The act spends the link. */
export const answerOffer = defineCommand({
  name: 'answer-offer',
  summary: 'Accept or decline an offer, or ask for other terms',
  input: z.object({
    offerId: chosen('an offer'),
    answer: z.enum(['accept', 'decline', 'counter'], 'Choose an answer.'),
    reason: optionalText(2_000),
    /** Why it is declined, as reports count it. */
    declineCode: z.enum(declineReasons, 'Choose a reason.').nullish(),
    /** What the candidate would like instead. */
    wish: z
      .object({
        payRateE4: rateE4.nullish(),
        salaryMinor: amountMinor.nullish(),
        startsOn: calendarDay.nullish(),
        hoursPerWeekMinutes: z
          .number('Enter the hours of a week.')
          .int('Whole minutes.')
          .min(1, 'A week has at least a minute.')
          .max(10_080, 'A week has 168 hours.')
          .nullish(),
      })
      .nullish(),
  }),
  allow: {
    staff: 'pipeline.write',
    portal: ['candidate'],
    link: { purpose: 'offer.answer', subject: ({ offerId }) => ({ kind: 'offer', id: offerId }) },
  },
  run: async ({ input, ctx: { req, payload, actor } }) => {
    const { offerId, answer, reason } = input
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
    const to = stateAfter[answer]
    if (offer.state === to) return ok({ offerId, state: offer.state })
    const wished = answer === 'counter' ? wishOf({ offer, input }) : ok({})
    if (!wished.ok) return wished
    const notOpen = answer !== 'decline' ? judgeOpen(locked.value) : null
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
      data: {
        resolvedAt: now,
        ...wished.value,
        ...(answer === 'decline'
          ? { declineReason: reason, declineCode: input.declineCode ?? null }
          : {}),
      },
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

const stateAfter = { accept: 'accepted', decline: 'declined', counter: 'countered' } as const

type Offer = DataFromCollectionSlug<'offers'>

/** Other terms than those offered, or words: else there is nothing to answer. */
const wishOf = ({
  offer,
  input: { wish, reason },
}: {
  offer: Offer
  input: {
    wish?: Partial<Omit<OfferTerms, 'endsOn'>> | null | undefined
    reason: string | null
  }
}): Result<Partial<Offer>> => {
  const isPermanent = offer.salaryMinor !== null && offer.salaryMinor !== undefined
  const asked = {
    counterPayRateE4: isPermanent ? null : otherThan(wish?.payRateE4, offer.payRateE4),
    counterSalaryMinor: isPermanent ? otherThan(wish?.salaryMinor, offer.salaryMinor) : null,
    counterStartsOn: otherThan(wish?.startsOn, offer.startsOn),
    counterHoursPerWeekMinutes: otherThan(wish?.hoursPerWeekMinutes, offer.hoursPerWeekMinutes),
    counterWords: reason,
  }
  return Object.values(asked).some((value) => value !== null)
    ? ok(asked)
    : refuseInput({ wish: 'Tell us what you would like instead.' })
}

const otherThan = <Value>(
  wished: Value | null | undefined,
  offered: Value | null | undefined,
): Value | null => (wished === undefined || wished === offered ? null : wished)

/** A yes or a wish counts only while the order is worked on and the candidate stands at the offer. */
const judgeOpen = ({ order, state }: LockedSubmission): Result<never, Failure> | null =>
  isWorkedOn(orderStateOf(order)) && state === 'offer'
    ? null
    : refuseState({
        code: 'offer-not-open',
        message: 'This offer can no longer be answered. Please call us.',
      })
