import type { CollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { moveRecord, revokeLinks, sqlOf, tableOf, databaseNow } from '#plugins/kernel'
import type { InterviewState } from '../domain/interview-workflow'
import { standingOfferStates } from '../domain/offer-workflow'
import { liveSubmissionStates } from '../domain/submission-workflow'

/** Withdraws the open offer, cancels interviews to come and open questions of an ended submission. */
export const endOpenSteps = async ({
  req,
  submissionId,
  reason,
}: {
  req: PayloadRequest
  submissionId: string
  reason: string
}): Promise<void> => {
  await withdrawOffers({ req, submissionId, reason })
  await cancelInterviews({ req, submissionId, reason, states: ['proposed', 'scheduled'] })
  await cancelAsked({ req, submissionId, reason })
}

/**
 * The same for everybody still in the race of an order that was filled or closed. Their submissions
 * stay where they are: the recruiter decides what to offer them. The order is locked by the caller.
 *
 * @returns the submissions still in the race
 */
export const endOpenStepsOfOrder = async ({
  req,
  jobOrderId,
  reason,
}: {
  req: PayloadRequest
  jobOrderId: string
  reason: string
}): Promise<{ id: string; candidateId: string }[]> => {
  const live = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), candidate_id: z.string() }),
    text: `select id, candidate_id from submissions
      where job_order_id = $1 and state = any($2) order by id`,
    values: [jobOrderId, liveSubmissionStates],
  })
  for (const { id } of live) await endOpenSteps({ req, submissionId: id, reason })
  return live.map(({ id, candidate_id }) => ({ id, candidateId: candidate_id }))
}

/** Takes back every offer of a submission that the candidate could still accept or has accepted. */
export const withdrawOffers = async ({
  req,
  submissionId,
  reason,
}: {
  req: PayloadRequest
  submissionId: string
  reason: string
}): Promise<void> => {
  const now = await databaseNow(req)
  for (const id of await openIds({
    req,
    collection: 'offers',
    submissionId,
    states: ['draft', ...standingOfferStates],
  })) {
    await revokeLinks({ req, purpose: 'offer.answer', subject: { kind: 'offer', id } })
    const moved = await moveRecord({
      req,
      collection: 'offers',
      id,
      to: 'withdrawn',
      reason,
      data: { resolvedAt: now, declineReason: reason },
      what: 'offer',
    })
    if (!moved.ok) throw new Error(`Offer ${id}: ${moved.failure.code}`)
  }
}

/** Calls off the interviews of a submission that are in these states. */
export const cancelInterviews = async ({
  req,
  submissionId,
  reason,
  states,
}: {
  req: PayloadRequest
  submissionId: string
  reason: string
  states: readonly InterviewState[]
}): Promise<void> => {
  for (const id of await openIds({ req, collection: 'interviews', submissionId, states })) {
    await revokeLinks({ req, purpose: 'interview.answer', subject: { kind: 'interview', id } })
    const interview = await req.payload.findByID({
      collection: 'interviews',
      id,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const moved = await moveRecord({
      req,
      collection: 'interviews',
      id,
      to: 'cancelled',
      reason,
      data: { sequence: interview.sequence + 1 },
      what: 'interview',
    })
    if (!moved.ok) throw new Error(`Interview ${id}: ${moved.failure.code}`)
  }
}

/** Takes back the open question for the right to represent; its link no longer opens. */
export const cancelAsked = async ({
  req,
  submissionId,
  reason,
}: {
  req: PayloadRequest
  submissionId: string
  reason: string
}): Promise<void> => {
  for (const id of await openIds({
    req,
    collection: 'representations',
    submissionId,
    states: ['asked'],
  })) {
    await revokeLinks({
      req,
      purpose: 'representation.answer',
      subject: { kind: 'representation', id },
    })
    const moved = await moveRecord({
      req,
      collection: 'representations',
      id,
      to: 'cancelled',
      reason,
      what: 'right to represent',
    })
    if (!moved.ok) throw new Error(`Right to represent ${id}: ${moved.failure.code}`)
  }
}

const openIds = async ({
  req,
  collection,
  submissionId,
  states,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  submissionId: string
  states: readonly string[]
}): Promise<string[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from ${tableOf(collection)}
      where submission_id = $1 and state = any($2) order by id for update`,
    values: [submissionId, states],
  })
  return rows.map(({ id }) => id)
}
