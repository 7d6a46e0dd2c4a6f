import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { moveRecord, databaseNow } from '#plugins/kernel'
import type { Result } from '#plugins/kernel/domain'
import type { SubmissionState } from '#plugins/pipeline/domain'

/** Moves a submission and its card: into the first shown stage of that state. */
export const putSubmission = async ({
  req,
  id,
  to,
  reason = null,
}: {
  req: PayloadRequest
  id: string
  to: SubmissionState
  reason?: string | null
}): Promise<Result<DataFromCollectionSlug<'submissions'>>> => {
  const { docs } = await req.payload.find({
    collection: 'stages',
    where: { state: { equals: to } },
    sort: ['isHidden', 'position'],
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return await moveRecord({
    req,
    collection: 'submissions',
    id,
    to,
    reason,
    data: { stage: docs[0]?.id ?? null, enteredStageAt: await databaseNow(req) },
    what: 'submission',
  })
}
