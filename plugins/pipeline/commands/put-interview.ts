import { randomUUID } from 'node:crypto'
import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'
import { databaseNow } from '#plugins/kernel'
import { ok, refuseInput, refuseState, type Result } from '#plugins/kernel/domain'
import { nextRound, type InterviewMode } from '../domain/interview-plan'
import { slotsFrom, type Span } from '../domain/interview-times'
import { isLiveSubmission } from '../domain/submission-workflow'
import { zoneOfWork } from '../queries/clock-of-work'
import type { LockedSubmission } from './lock-submission'
import { putSubmission } from './put-submission'

export type InterviewWish = {
  mode?: InterviewMode | null | undefined
  round?: string | null | undefined
  day: string
  time: string
  otherTimes: readonly string[]
  zone?: string | undefined
  durationMinutes?: number | null | undefined
  place: string | null
  note: string | null
  contactId?: string | null | undefined
  isGroup: boolean
}

type Order = DataFromCollectionSlug<'job-orders'>

/**
 * Puts times for a talk to a candidate who is still in the race. What the wish leaves out is taken from
 * the round of the order's plan: the one it names, else the one that comes next for this candidate.
 */
export const putInterview = async ({
  req,
  locked,
  wish,
  proposedBy,
}: {
  req: PayloadRequest
  locked: LockedSubmission
  wish: InterviewWish
  proposedBy: 'agency' | 'client'
}): Promise<Result<{ interviewId: string; slots: Span[]; zone: string }>> => {
  const { order, submission, state } = locked
  if (!isLiveSubmission(state))
    return refuseState({
      code: 'submission-ended',
      message: 'This candidate is no longer in the running for the order.',
    })
  const round = await roundFor({ req, locked, wished: wish.round ?? null })
  if (!round.ok) return round
  const mode = wish.mode ?? round.value?.mode ?? null
  if (!mode) return refuseInput({ mode: 'Choose how they talk.' })
  const zone = wish.zone ?? (await zoneOfWork({ req, order }))
  if (!zone) return refuseInput({ zone: 'Choose a time zone: the order has no work location.' })
  const slots = slotsFrom({
    ...wish,
    zone,
    durationMinutes: wish.durationMinutes ?? round.value?.minutes ?? 60,
    now: await databaseNow(req),
  })
  if (!slots.ok) return slots
  const planned = (round.value?.contacts ?? []).map((one) => idOf(one))
  const contact = await contactOf({ req, order, wished: wish.contactId ?? planned[0] ?? null })
  if (!contact.ok) return contact
  if (state !== 'interview' && state !== 'offer') {
    const moved = await putSubmission({ req, locked, to: 'interview' })
    if (!moved.ok) return moved
  }
  const [first] = slots.value
  if (!first) throw new Error('A proposal without a time.')
  const interview = await req.payload.create({
    collection: 'interviews',
    data: {
      state: 'proposed',
      submission: submission.id,
      jobOrder: order.id,
      candidate: idOf(submission.candidate),
      client: idOf(order.client),
      contact: contact.value,
      otherContacts: planned.filter((id) => id !== contact.value),
      mode,
      round: round.value?.name ?? null,
      ...first,
      slots: slots.value,
      proposedBy,
      isGroup: wish.isGroup,
      zone,
      place: wish.place,
      note: wish.note,
      uid: `${randomUUID()}@placewright`,
      sequence: 0,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return ok({ interviewId: interview.id, slots: slots.value, zone })
}

type Round = NonNullable<Order['interviewPlan']>[number]

/** The planned round that is meant; null where nothing is planned any more. */
const roundFor = async ({
  req,
  locked: { order, submission },
  wished,
}: {
  req: PayloadRequest
  locked: LockedSubmission
  wished: string | null
}): Promise<Result<Round | null>> => {
  const plan = order.interviewPlan ?? []
  if (wished) {
    const round = plan.find(({ name }) => name === wished)
    return round
      ? ok(round)
      : refuseInput({ round: 'Choose a round of the order’s interview plan.' })
  }
  if (plan.length === 0) return ok(null)
  const { docs } = await req.payload.find({
    collection: 'interviews',
    where: {
      submission: { equals: submission.id },
      state: { not_in: ['declined', 'cancelled'] },
    },
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return ok(nextRound({ plan, held: docs.map(({ round }) => round ?? null) }))
}

const contactOf = async ({
  req,
  order,
  wished,
}: {
  req: PayloadRequest
  order: Order
  wished: string | null
}): Promise<Result<string | null>> => {
  if (!wished) return ok(order.contact ? idOf(order.contact) : null)
  const contact = await req.payload.findByID({
    collection: 'client-contacts',
    id: wished,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return contact && idOf(contact.client) === idOf(order.client)
    ? ok(contact.id)
    : refuseInput({ contactId: 'Choose a contact of this client.' })
}
