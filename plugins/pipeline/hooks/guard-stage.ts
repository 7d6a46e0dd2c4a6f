import {
  APIError,
  ValidationError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type DataFromCollectionSlug,
} from 'payload'

import type { Failure, Result } from '#plugins/kernel/domain'
import { judgeEmpty, judgeLeavingState, judgeStageName, lockStages } from '../commands/lock-stages'

type Stage = DataFromCollectionSlug<'stages'>

/** The same rules for whoever writes stages, by the screen or the API. */
export const guardStage: CollectionBeforeChangeHook<Stage> = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  await lockStages(req)
  const refuse = ({ path, refusal }: { path: string; refusal: Result<never, Failure> | null }) => {
    if (!refusal || refusal.ok) return
    const { message } = refusal.failure
    throw new ValidationError({ collection: collection.slug, errors: [{ path, message }] })
  }
  // Fields are validated after this hook: a name that is none is refused there.
  if (typeof data.name === 'string' && data.name !== originalDoc?.name)
    refuse({
      path: 'name',
      refusal: await judgeStageName({ req, id: originalDoc?.id ?? null, name: data.name }),
    })
  if (operation === 'create' || !originalDoc) return data
  if (data.state !== undefined && data.state !== originalDoc.state) {
    refuse({ path: 'state', refusal: await judgeEmpty({ req, stage: originalDoc }) })
    refuse({ path: 'state', refusal: await judgeLeavingState({ req, stage: originalDoc }) })
  }
  if (data.isHidden)
    refuse({ path: 'isHidden', refusal: await judgeLeavingState({ req, stage: originalDoc }) })
  return data
}

export const guardStageRemoval: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await lockStages(req)
  const stage = await req.payload.findByID({
    collection: 'stages',
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!stage) return
  // To hide the last of its state is refused, so that remedy is not the one to name.
  const refusal = (await judgeLeavingState({ req, stage })) ?? (await judgeEmpty({ req, stage }))
  if (refusal && !refusal.ok) throw new APIError(refusal.failure.message, 409, null, true)
}
