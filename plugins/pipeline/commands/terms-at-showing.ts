import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'

type Submission = DataFromCollectionSlug<'submissions'>

/**
 * The terms under which a client first sees a candidate: what was noted on the submission, else what
 * the order and the candidate say at this moment. What was kept once stays.
 */
export const termsAtShowing = async ({
  req,
  order,
  submission,
  now,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  submission: Submission
  now: string
}): Promise<Partial<Submission>> => {
  if (submission.termsKeptAt) return {}
  const candidate = await req.payload.findByID({
    collection: 'candidates',
    id: idOf(submission.candidate),
    depth: 0,
    req,
    overrideAccess: true,
  })
  const isPermanent = order.employmentType === 'permanent'
  return {
    payRateE4: submission.payRateE4 ?? (isPermanent ? null : (order.payRateE4 ?? null)),
    billRateE4: submission.billRateE4 ?? (isPermanent ? null : (order.billRateE4 ?? null)),
    availableOn: submission.availableOn ?? candidate.availableOn ?? null,
    termsKeptAt: now,
  }
}
