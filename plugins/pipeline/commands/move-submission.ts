import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, sqlOf } from '#plugins/kernel'
import {
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  stateFrom,
  statesOf,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import type { DataFromCollectionSlug } from 'payload'
import { chosen, optionalText, rejectReason } from '../domain/inputs'
import { submissionWorkflow, type SubmissionState } from '../domain/submission-workflow'
import { lockSubmission, type LockedSubmission } from './lock-submission'
import { putSubmission } from './put-submission'
import { reject } from './reject-submission'
import { showToClient } from './show-to-client'
import { findStage } from './find-stage'

/**
 * Moves a card of the board: into a stage, or the first stage of a state, before another card or
 * last. A move to the client's review sends the client a shortlist, unless told not to.
 */
export const moveSubmission = defineCommand({
  name: 'move-submission',
  summary: 'Move a candidate through the stages of an order',
  input: z
    .object({
      submissionId: chosen('a submission'),
      toStageId: chosen('a stage').optional(),
      toState: z.enum(statesOf(submissionWorkflow), 'Choose a state.').optional(),
      beforeId: chosen('a card').nullish(),
      reason: rejectReason.optional(),
      note: optionalText(2_000),
      tellsClient: z.boolean().default(true),
    })
    .refine(({ toStageId, toState }) => Boolean(toStageId) !== Boolean(toState), {
      message: 'Choose a stage or a state.',
      path: ['toStageId'],
    }),
  example: {
    submissionId: '0190a000-0000-7000-8000-000000000001',
    toStageId: '0190a000-0000-7000-8000-000000000001',
  },
  allow: { staff: 'pipeline.write' },
  run: async ({ input, ctx: { req } }) => {
    const locked = await lockSubmission({ req, id: input.submissionId })
    if (!locked.ok) return locked
    const target = await targetOf({ req, ...input })
    if (!target.ok) return target
    const { to, stage } = target.value
    const moved = await moveByHand({ req, locked: locked.value, to, stage, input })
    if (!moved.ok) return moved
    const submission = moved.value
    const shortlistId =
      to === 'client_review' && locked.value.state !== to && input.tellsClient
        ? await showToClient({ req, order: locked.value.order, submissionId: submission.id })
        : ok(null)
    if (!shortlistId.ok) return shortlistId
    return ok({
      submissionId: submission.id,
      state: to,
      stageId: idOf(submission.stage),
      rank: submission.rank ?? null,
      shortlistId: shortlistId.value,
    })
  },
})

type Target = { to: SubmissionState; stage?: DataFromCollectionSlug<'stages'> }

/** A stage, or the first stage of a state; a hidden one takes nobody new. */
export const targetOf = async ({
  req,
  toStageId,
  toState,
}: {
  req: PayloadRequest
  toStageId?: string | undefined
  toState?: SubmissionState | undefined
}): Promise<Result<Target>> => {
  if (toState) return ok({ to: toState })
  const stage = toStageId ? await findStage({ req, by: { id: toStageId } }) : null
  const to = stateFrom({ workflow: submissionWorkflow, value: stage?.state })
  if (!stage || !to) return refuseMissing('stage')
  if (stage.isHidden)
    return refuseState({
      code: 'stage-hidden',
      message: `The stage “${stage.name}” is hidden and takes nobody new. Choose another one.`,
    })
  return ok({ to, stage })
}

/** The one way of a card by hand, one or many at once. */
export const moveByHand = async ({
  req,
  locked,
  to,
  stage,
  input: { reason, note, beforeId },
}: {
  req: PayloadRequest
  locked: LockedSubmission
  to: SubmissionState
  stage: DataFromCollectionSlug<'stages'> | undefined
  input: {
    reason?: z.output<typeof rejectReason> | undefined
    note: string | null
    beforeId?: string | null | undefined
  }
}) => {
  const refusal = await judgeByHand({ req, locked, to, reason })
  if (refusal) return refusal
  if (to === 'rejected' && locked.state !== to && reason)
    return await reject({ req, locked, reason, note, rejectedBy: 'agency', tellsCandidate: true })
  return await putSubmission({
    req,
    locked,
    to,
    ...(stage ? { stage } : {}),
    reason: note,
    beforeId: beforeId ?? null,
  })
}

/** What the table allows and a drag must not do: it would skip what belongs to the step. */
const judgeByHand = async ({
  req,
  locked: { state, submission },
  to,
  reason,
}: {
  req: PayloadRequest
  locked: LockedSubmission
  to: SubmissionState
  reason: string | undefined
}): Promise<Result<never, Failure> | null> => {
  if (to === state) return null
  if (to === 'placed')
    return refuseState({
      code: 'place-by-action',
      message: 'Use “Place candidate”: a placement fills an opening and holds the terms.',
    })
  if (state === 'placed')
    return refuseState({
      code: 'unplace-by-action',
      message: 'This candidate is placed. Cancel the placement instead.',
    })
  if (to === 'rejected' && !reason)
    return refuseInput({ reason: 'Choose why this candidate does not go on.' })
  const wasLeft = state === 'rejected' || state === 'withdrawn'
  if (wasLeft && (await hasOtherLive({ req, submission })))
    return refuseState({
      code: 'already-on-order',
      message: 'This candidate is on the order with another submission by now.',
    })
  return null
}

const hasOtherLive = async ({
  req,
  submission,
}: {
  req: PayloadRequest
  submission: DataFromCollectionSlug<'submissions'>
}): Promise<boolean> => {
  const other = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from submissions where job_order_id = $1 and candidate_id = $2 and id <> $3
      and state not in ('placed', 'rejected', 'withdrawn') limit 1`,
    values: [idOf(submission.jobOrder), idOf(submission.candidate), submission.id],
  })
  return other !== null
}
