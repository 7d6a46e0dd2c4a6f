import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { putCandidateInProcess, refusalByConsent } from '#plugins/crm'
import { idOf } from '#plugins/crm/domain'
import { moveRecord, databaseNow } from '#plugins/kernel'
import { ok, refuseState, type Result } from '#plugins/kernel/domain'
import { isClosedOrder } from '../domain/job-order-workflow'
import {
  isLiveSubmission,
  isSeenByClient,
  type SubmissionState,
} from '../domain/submission-workflow'
import { termsAtShowing } from './terms-at-showing'
import { cancelInterviews, endOpenSteps, withdrawOffers } from './end-open-steps'
import { judgeShowing } from './judge-showing'
import { orderStateOf, type LockedSubmission } from './lock-submission'
import { rankInColumn } from './rank-in-column'
import { findStage } from './find-stage'

type Submission = DataFromCollectionSlug<'submissions'>

/**
 * Moves a locked submission to a state and stage, in its column where it was dropped, with the marks
 * that reports count from. Leaving the race ends what was still open: offers and interviews. A step
 * back takes back what was asked of the candidate at the step that is left.
 */
export const putSubmission = async ({
  req,
  locked: { order, submission, state: from },
  to,
  stage,
  reason = null,
  data = {},
  beforeId = null,
}: {
  req: PayloadRequest
  locked: LockedSubmission
  to: SubmissionState
  stage?: DataFromCollectionSlug<'stages'>
  reason?: string | null
  data?: Partial<Submission>
  beforeId?: string | null
}): Promise<Result<Submission>> => {
  const isLeaving = !isLiveSubmission(to)
  if (!isLeaving && from !== to && isClosedOrder(orderStateOf(order)))
    return refuseState({
      code: 'order-closed',
      message: 'The order is closed. Candidates can only be rejected or withdrawn.',
    })
  const isGoingOn = to !== 'rejected' && to !== 'withdrawn' && from !== to
  const unwanted = isGoingOn
    ? await refusalByConsent({ req, candidateId: idOf(submission.candidate) })
    : null
  if (unwanted) return unwanted
  const isShown = isSeenByClient(to) && !isSeenByClient(from)
  const unfit = isShown ? await judgeShowing({ req, order, submission }) : null
  if (unfit) return unfit
  const now = await databaseNow(req)
  const target = stage ?? (await findStage({ req, by: { state: to } }))
  const stageId = target?.id ?? null
  const isNewStage = stageId !== idOf(submission.stage)
  const written: Partial<Submission> = {
    stage: stageId,
    rank: await rankInColumn({
      req,
      orderId: order.id,
      stageId,
      submissionId: submission.id,
      beforeId,
    }),
    ...(isNewStage || from !== to ? { enteredStageAt: now } : {}),
    ...marksOf({ submission, from, to, now }),
    ...(isShown ? await termsAtShowing({ req, order, submission, now }) : {}),
    ...data,
  }
  if (from === to)
    return ok(
      await req.payload.update({
        collection: 'submissions',
        id: submission.id,
        data: written,
        req,
        overrideAccess: true,
        depth: 0,
      }),
    )
  const moved = await moveRecord({
    req,
    collection: 'submissions',
    id: submission.id,
    locked: submission,
    to,
    reason,
    data: written,
    what: 'submission',
  })
  if (!moved.ok) return moved
  if (to === 'client_review')
    await putCandidateInProcess({ req, candidateId: idOf(submission.candidate) })
  if (isLeaving && to !== 'placed')
    await endOpenSteps({
      req,
      submissionId: submission.id,
      reason: reason ?? 'The application ended.',
    })
  if (!isLeaving) await takeBack({ req, submissionId: submission.id, from, to, reason })
  return moved
}

/**
 * Nobody accepts an offer, or a time for an interview, from which the recruiter has stepped back. An
 * interview that both sides agreed on stays until it is called off: it stands in their calendars.
 */
const takeBack = async ({
  req,
  submissionId,
  from,
  to,
  reason,
}: {
  req: PayloadRequest
  submissionId: string
  from: SubmissionState
  to: SubmissionState
  reason: string | null
}): Promise<void> => {
  if (from === 'offer')
    await withdrawOffers({
      req,
      submissionId,
      reason: reason ?? 'The application went back a step.',
    })
  if ((from === 'offer' || from === 'interview') && to !== 'offer' && to !== 'interview')
    await cancelInterviews({
      req,
      submissionId,
      reason: reason ?? 'The application went back a step.',
      states: ['proposed'],
    })
}

/** First times only: how fast the agency answered, when the client saw the candidate. */
const marksOf = ({
  submission,
  from,
  to,
  now,
}: {
  submission: Submission
  from: SubmissionState
  to: SubmissionState
  now: string
}): Partial<Submission> => ({
  ...(from === 'new' && to !== 'new' && !submission.respondedAt ? { respondedAt: now } : {}),
  ...(to === 'internal_review' && !submission.internalAt ? { internalAt: now } : {}),
  ...(to === 'client_review' && !submission.clientSubmittedAt ? { clientSubmittedAt: now } : {}),
  ...(to !== 'rejected' && submission.rejectReason
    ? { rejectReason: null, rejectNote: null, rejectedBy: null, isRejectedQuietly: false }
    : {}),
})
