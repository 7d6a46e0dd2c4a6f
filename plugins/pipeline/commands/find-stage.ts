import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import type { SubmissionState } from '../domain/submission-workflow'

/** The first of the agency's stages for a state; null when it has none. */
export const firstStageOf = async ({
  req,
  state,
}: {
  req: PayloadRequest
  state: SubmissionState
}): Promise<DataFromCollectionSlug<'stages'> | null> => {
  const { docs } = await req.payload.find({
    collection: 'stages',
    where: { state: { equals: state } },
    sort: 'position',
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

export const stageById = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<DataFromCollectionSlug<'stages'> | null> =>
  await req.payload.findByID({
    collection: 'stages',
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
