import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { refusalByConsent } from '#plugins/crm'
import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, type CommandContext, databaseNow } from '#plugins/kernel'
import {
  can,
  ok,
  refuseMissing,
  refuseRight,
  refuseState,
  stateFrom,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import { isClosedOrder, isWorkedOn, jobOrderWorkflow } from '#plugins/pipeline/domain'
import { placeWishSchema, type PlaceWish } from '../domain/place-wish'
import { draftTerms } from './draft-terms'
import { fillOrder } from './fill-order'
import { findParties } from './find-parties'
import { judgePayCurrency } from './judge-pay-currency'
import { listReadiness } from './list-readiness'
import { putSubmission } from './put-submission'
import { takeOpening } from './take-opening'

/**
 * Fills exactly one opening. Order, opening and submission are locked in this order, so that of any
 * number of calls for the last opening one succeeds and the others are refused.
 */
export const placeCandidate = defineCommand({
  name: 'place-candidate',
  summary: 'Fill an opening of a job order with a submitted candidate',
  input: placeWishSchema,
  allow: { staff: 'placements.write' },
  run: async ({ input: wish, ctx }) => {
    const { req } = ctx
    const wrong = judgeRights({ wish, ctx })
    if (wrong) return wrong
    const locked = await lockOrderOf({ req, submissionId: wish.submissionId })
    if (!locked.ok) return locked
    const { order, submission } = locked.value
    const acceptance = await acceptanceOf({ req, submission, wish })
    if (!acceptance.ok) return acceptance
    const { offer } = acceptance.value

    const candidateId = idOf(submission.candidate)
    const unwanted = await refusalByConsent({ req, candidateId })
    if (unwanted) return unwanted
    const parties = await findParties({ req, order, candidateId, wish })
    if (!parties.ok) return parties
    const terms = draftTerms({ order, offer, parties: parties.value, wish })
    if (!terms.ok) return terms
    const otherPay = await judgePayCurrency({
      req,
      candidateId,
      legalEntityId: parties.value.legalEntity.id,
      startsOn: wish.startsOn,
      terms: terms.value,
    })
    if (otherPay) return otherPay

    const at = await databaseNow(req)
    const opening = await takeOpening({
      req,
      orderId: order.id,
      submissionId: submission.id,
      openingId: wish.openingId,
      at,
    })
    if (!opening.ok) return opening
    const moved = await putSubmission({ req, id: submission.id, to: 'placed' })
    if (!moved.ok) return moved

    const placement = await req.payload.create({
      collection: 'placements',
      data: {
        state: 'pending',
        title: order.title,
        jobOrder: order.id,
        opening: opening.value,
        submission: submission.id,
        candidate: parties.value.candidate.id,
        client: parties.value.client.id,
        workLocation: parties.value.workLocation?.id ?? null,
        legalEntity: parties.value.legalEntity.id,
        approver: parties.value.approverId,
        owner: wish.ownerId ?? idOf(order.owner),
        employmentType: order.employmentType,
        startsOn: wish.startsOn,
        endsOn: wish.endsOn ?? null,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await req.payload.create({
      collection: 'placement-terms',
      data: { ...terms.value, placement: placement.id, version: 1 },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await listReadiness({ req, order, placement })
    const isOrderFilled = await fillOrder({ req, orderId: order.id, placement, at })
    return ok({
      placementId: placement.id,
      ref: placement.ref ?? '',
      openingId: opening.value,
      isOrderFilled,
    })
  },
})

/** Amounts that the actor may not see cannot be set either. */
const judgeRights = ({
  wish,
  ctx: { actor },
}: {
  wish: PlaceWish
  ctx: CommandContext
}): Result<never, Failure> | null => {
  const setsRates = [wish.billRateE4, wish.feeMinor, wish.taxRateBp].some(
    (value) => value !== undefined,
  )
  if (setsRates && !can({ actor, permission: 'rates.read' }))
    return refuseRight(
      'You may place the candidate at the order’s rates, but not set a bill rate, fee or tax rate.',
    )
  const setsPay = wish.payRateE4 !== undefined || wish.salaryMinor !== undefined
  if (setsPay && !can({ actor, permission: 'pay.read' }))
    return refuseRight('You may place the candidate at the agreed pay, but not set it.')
  return null
}

/** The order of the submission under lock, and then the submission as it is under that lock. */
const lockOrderOf = async ({
  req,
  submissionId,
}: {
  req: PayloadRequest
  submissionId: string
}): Promise<
  Result<{
    order: DataFromCollectionSlug<'job-orders'>
    submission: DataFromCollectionSlug<'submissions'>
  }>
> => {
  const known = await req.payload.findByID({
    collection: 'submissions',
    id: submissionId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  const orderId = idOf(known?.jobOrder)
  if (!orderId) return refuseMissing('submission')
  const order = await lockRecord({ req, collection: 'job-orders', id: orderId })
  if (!order) return refuseMissing('job order')
  const closed = judgeOrder(order)
  if (closed) return closed
  const submission = await req.payload.findByID({
    collection: 'submissions',
    id: submissionId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return ok({ order, submission })
}

const judgeOrder = (order: DataFromCollectionSlug<'job-orders'>): Result<never, Failure> | null => {
  const state = stateFrom({ workflow: jobOrderWorkflow, value: order.state })
  if (!state) throw new Error(`The job order ${order.id} has no known state.`)
  if (isWorkedOn(state)) return null
  const { label } = jobOrderWorkflow.states[state]
  return refuseState({
    code: isClosedOrder(state) ? 'order-closed' : 'order-not-active',
    message: `This order is “${label}”: nobody can be placed on it now.`,
  })
}

/** Both sides agreed: by an accepted offer, or as a member of staff vouches after a call. */
const acceptanceOf = async ({
  req,
  submission,
  wish,
}: {
  req: PayloadRequest
  submission: DataFromCollectionSlug<'submissions'>
  wish: PlaceWish
}): Promise<Result<{ offer: DataFromCollectionSlug<'offers'> | null }>> => {
  const { docs } = await req.payload.find({
    collection: 'offers',
    where: { submission: { equals: submission.id }, state: { equals: 'accepted' } },
    sort: '-version',
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  const offer = docs[0] ?? null
  if (offer || wish.isConfirmedByPhone) return ok({ offer })
  return refuseState({
    code: 'offer-not-accepted',
    message:
      'The candidate has not accepted an offer yet. Send one, or say that both sides agreed on the phone.',
  })
}
