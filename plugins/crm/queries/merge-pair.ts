import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import {
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import { holdsOn } from './holds-on'

type Candidate = DataFromCollectionSlug<'candidates'>

/** Both records, when they are there and two people’s worth of records that can be one. */
export const bothOf = async ({
  req,
  keptId,
  mergedId,
}: {
  req: PayloadRequest
  keptId: string
  mergedId: string
}): Promise<Result<{ kept: Candidate; merged: Candidate }>> => {
  if (keptId === mergedId)
    return refuseInput({ mergedId: 'Choose another record: these are one and the same.' })
  const read = async (id: string) =>
    await req.payload.findByID({
      collection: 'candidates',
      id,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
  const [kept, merged] = [await read(keptId), await read(mergedId)]
  if (!kept || !merged) return refuseMissing('candidate')
  for (const candidate of [kept, merged]) {
    if (candidate.state === 'merged')
      return refuseState({
        code: 'already-merged',
        message: `${candidate.ref ?? 'One of the two'} was merged into another record before. Choose that one.`,
      })
    if (candidate.state === 'anonymised')
      return refuseState({
        code: 'erased',
        message: `${candidate.ref ?? 'One of the two'} was erased. Nothing is merged with it.`,
      })
  }
  return ok({ kept, merged })
}

export const refusalByHold = async ({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<{ ok: false; failure: Failure } | null> => {
  for (const id of ids) {
    const [hold] = await holdsOn({ req, person: { kind: 'candidate', id } })
    if (hold)
      return refuseState({
        code: 'on-hold',
        message:
          'A legal hold keeps these records as they are. Somebody who manages privacy can release it.',
      })
  }
  return null
}
