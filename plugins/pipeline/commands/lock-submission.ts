import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, type Result, stateFrom } from '#plugins/kernel/domain'
import { idOf } from '#plugins/crm/domain'
import { jobOrderWorkflow, type JobOrderState } from '../domain/job-order-workflow'
import { submissionWorkflow, type SubmissionState } from '../domain/submission-workflow'

export type LockedSubmission = {
  order: DataFromCollectionSlug<'job-orders'>
  submission: DataFromCollectionSlug<'submissions'>
  state: SubmissionState
}

/** Locks order and submission, in this order, as everything that places people does. */
export const lockSubmission = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<Result<LockedSubmission>> => {
  const known = await req.payload.findByID({
    collection: 'submissions',
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!known) return refuseMissing('submission')
  const order = await lockRecord({ req, collection: 'job-orders', id: idOf(known.jobOrder) })
  if (!order) return refuseMissing('job order')
  const submission = await lockRecord({ req, collection: 'submissions', id })
  if (!submission) return refuseMissing('submission')
  return ok({ order, submission, state: submissionStateOf(submission) })
}

export const submissionStateOf = ({
  id,
  state,
}: {
  id: string
  state: string
}): SubmissionState => {
  const known = stateFrom({ workflow: submissionWorkflow, value: state })
  if (!known) throw new Error(`The submission ${id} has no known state.`)
  return known
}

export const orderStateOf = ({ id, state }: { id: string; state: string }): JobOrderState => {
  const known = stateFrom({ workflow: jobOrderWorkflow, value: state })
  if (!known) throw new Error(`The job order ${id} has no known state.`)
  return known
}
