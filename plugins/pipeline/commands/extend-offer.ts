import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, moveRecord, revokeLinks } from '#plugins/kernel'
import { calendarDay, currencyCode, ok, refuseInput, type Result } from '#plugins/kernel/domain'
import { amountMinor, chosen, optionalText, rateE4 } from '../domain/inputs'
import { standingOfferStates } from '../domain/offer-workflow'
import type { OfferTerms } from '../domain/offer-terms'
import { approvalReasonsFor } from '../queries/offer-rules-for'
import { lockSubmission } from './lock-submission'
import { putSubmission } from './put-submission'
import { sendOffer, usualOpenDays } from './send-offer'

/** New terms supersede the ones before: a candidate holds at most one open offer per order. */
export const extendOffer = defineCommand({
  name: 'extend-offer',
  summary:
    'Send a candidate an offer, which they answer by link; held back for approval where rules want it',
  input: z.object({
    submissionId: chosen('a submission'),
    startsOn: calendarDay,
    endsOn: calendarDay.nullish(),
    payRateE4: rateE4.nullish(),
    salaryMinor: amountMinor.nullish(),
    currency: currencyCode.optional(),
    hoursPerWeekMinutes: z.number().int().min(0).max(10_080, 'A week has 168 hours.').nullish(),
    message: optionalText(4_000),
    openForDays: z
      .number()
      .int()
      .min(1, 'At least one day.')
      .max(60, 'At most 60 days.')
      .default(usualOpenDays),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input, ctx: { req, payload, actor } }) => {
    const locked = await lockSubmission({ req, id: input.submissionId })
    if (!locked.ok) return locked
    const { order, submission, state } = locked.value
    const terms = termsOf({ order, input })
    if (!terms.ok) return terms
    if (state !== 'offer') {
      const moved = await putSubmission({ req, locked: locked.value, to: 'offer' })
      if (!moved.ok) return moved
    }
    const version = await supersede({ req, submissionId: submission.id })
    const reasons = await approvalReasonsFor({ req, order, terms: terms.value })
    const offer = await payload.create({
      collection: 'offers',
      data: {
        state: 'draft',
        submission: submission.id,
        jobOrder: order.id,
        candidate: idOf(submission.candidate),
        client: idOf(order.client),
        version,
        ...terms.value,
        message: input.message,
        openForDays: input.openForDays,
        madeBy: actor.kind === 'staff' ? actor.id : null,
        approvalReasons: reasons,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    const moved =
      reasons.length > 0
        ? await moveRecord({
            req,
            collection: 'offers',
            id: offer.id,
            to: 'awaiting_approval',
            what: 'offer',
          })
        : await sendOffer({ req, offer })
    if (!moved.ok) return moved
    return ok({
      offerId: offer.id,
      version,
      state: moved.value.state,
      expiresAt: moved.value.expiresAt ?? null,
    })
  },
})

type Terms = OfferTerms & Pick<DataFromCollectionSlug<'offers'>, 'currency'>

/** What is offered; what was left out comes from the order. */
const termsOf = ({
  order,
  input,
}: {
  order: DataFromCollectionSlug<'job-orders'>
  input: {
    startsOn: string
    endsOn?: string | null | undefined
    payRateE4?: number | null | undefined
    salaryMinor?: number | null | undefined
    currency?: string | undefined
    hoursPerWeekMinutes?: number | null | undefined
  }
}): Result<Terms> => {
  const isPermanent = order.employmentType === 'permanent'
  const endsOn = input.endsOn ?? order.endsOn ?? null
  const payRateE4 = isPermanent ? null : (input.payRateE4 ?? order.payRateE4 ?? null)
  const salaryMinor = isPermanent ? (input.salaryMinor ?? null) : null
  const fields: Record<string, string> = {}
  if (input.currency && input.currency !== order.currency)
    fields.currency = `The order is in ${order.currency}: its rates would mean something else.`
  if (endsOn && endsOn < input.startsOn) fields.endsOn = 'The end lies before the start.'
  if (isPermanent && !salaryMinor) fields.salaryMinor = 'Enter the salary per year.'
  if (!isPermanent && !payRateE4) fields.payRateE4 = 'Enter the pay rate per hour.'
  if (Object.keys(fields).length > 0) return refuseInput(fields)
  return ok({
    startsOn: input.startsOn,
    endsOn: isPermanent ? (input.endsOn ?? null) : endsOn,
    currency: order.currency,
    payRateE4,
    salaryMinor,
    hoursPerWeekMinutes: input.hoursPerWeekMinutes ?? order.hoursPerWeekMinutes ?? null,
  })
}

/** Ends the offer before and its link. Returns the number of the next version. */
const supersede = async ({
  req,
  submissionId,
}: {
  req: PayloadRequest
  submissionId: string
}): Promise<number> => {
  const { docs } = await req.payload.find({
    collection: 'offers',
    where: { submission: { equals: submissionId } },
    sort: '-version',
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  for (const { id } of docs.filter(({ state }) =>
    standingOfferStates.some((standing) => standing === state),
  )) {
    const moved = await moveRecord({
      req,
      collection: 'offers',
      id,
      to: 'superseded',
      what: 'offer',
    })
    if (!moved.ok) throw new Error(`Offer ${id}: ${moved.failure.code}`)
    // After the move has locked the offer, so that no link is granted between the two.
    await revokeLinks({ req, purpose: 'offer.answer', subject: { kind: 'offer', id } })
  }
  return (docs[0]?.version ?? 0) + 1
}
