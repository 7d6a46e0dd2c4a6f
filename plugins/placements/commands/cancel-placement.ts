import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, revokeLinks } from '#plugins/kernel'
import { ok, refuseMissing, stateFrom, type Result } from '#plugins/kernel/domain'
import { isClosedOrder, jobOrderWorkflow } from '#plugins/pipeline/domain'
import { chosen, reasonSchema } from '../domain/input-fields'
import { putSubmission } from './put-submission'

/**
 * Takes back a placement that has not started and frees its opening; an order that was filled takes
 * candidates again. Locks in the order of `place-candidate`, so the two cannot cross.
 */
export const cancelPlacement = defineCommand({
  name: 'cancel-placement',
  summary: 'Take back a placement that has not started and free its opening',
  input: z.object({
    placementId: chosen('a placement'),
    reason: reasonSchema,
    /** The worker was expected and did not come. */
    isNoShow: z.boolean().default(false),
  }),
  allow: { staff: 'placements.write' },
  run: async ({ input: { placementId, reason, isNoShow }, ctx: { req } }) => {
    const known = await req.payload.findByID({
      collection: 'placements',
      id: placementId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    const orderId = idOf(known?.jobOrder)
    const openingId = idOf(known?.opening)
    const submissionId = idOf(known?.submission)
    if (!orderId || !openingId || !submissionId) return refuseMissing('placement')
    const order = await lockRecord({ req, collection: 'job-orders', id: orderId })
    if (!order) return refuseMissing('job order')
    await lockRecord({ req, collection: 'openings', id: openingId })
    await lockRecord({ req, collection: 'submissions', id: submissionId })
    const moved = await moveRecord({
      req,
      collection: 'placements',
      id: placementId,
      to: isNoShow ? 'no_start' : 'cancelled',
      reason,
      data: { endReason: reason },
      what: 'placement',
    })
    if (!moved.ok) return moved
    const reopened = await reopen({ req, order, openingId, submissionId, reason })
    if (!reopened.ok) return reopened
    await revokeLinks({
      req,
      purpose: 'placement.letter',
      subject: { kind: 'placement', id: placementId },
    })
    return ok({ placementId, openingId })
  },
})

/** The seat is free, the candidate is back where the offer was, and a filled order is worked again. */
const reopen = async ({
  req,
  order,
  openingId,
  submissionId,
  reason,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  openingId: string
  submissionId: string
  reason: string
}): Promise<Result<null>> => {
  const opening = await moveRecord({
    req,
    collection: 'openings',
    id: openingId,
    to: 'open',
    reason,
    data: { filledAt: null, submission: null, reservedAt: null },
    what: 'opening',
  })
  if (!opening.ok) return opening
  const submission = await putSubmission({ req, id: submissionId, to: 'offer', reason })
  if (!submission.ok) return submission
  const state = stateFrom({ workflow: jobOrderWorkflow, value: order.state })
  const isReopened =
    state !== null && isClosedOrder(state) && jobOrderWorkflow.states[state].next.active
  if (!isReopened) return ok(null)
  const active = await moveRecord({
    req,
    collection: 'job-orders',
    id: order.id,
    to: 'active',
    reason,
    data: { closedAt: null },
    what: 'job order',
  })
  return active.ok ? ok(null) : active
}
