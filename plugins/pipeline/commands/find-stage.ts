import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import type { SubmissionState } from '../domain/submission-workflow'

/** A stage by its id, or the first shown one of a state; null when there is none. */
export const findStage = async ({
  req,
  by,
}: {
  req: PayloadRequest
  by: { id: string } | { state: SubmissionState }
}): Promise<DataFromCollectionSlug<'stages'> | null> => {
  const { docs } = await req.payload.find({
    collection: 'stages',
    where: 'id' in by ? { id: { equals: by.id } } : { state: { equals: by.state } },
    sort: ['isHidden', 'position'],
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}
