import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { lockRecord, moveRecord } from '#plugins/kernel'
import { refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'

/** Takes the reservation off an opening, with the reason. The order is locked by the caller. */
export const freeOpening = async ({
  req,
  openingId,
  reason,
}: {
  req: PayloadRequest
  openingId: string
  reason: string
}): Promise<Result<DataFromCollectionSlug<'openings'>>> => {
  const opening = await lockRecord({ req, collection: 'openings', id: openingId })
  if (!opening) return refuseMissing('opening')
  if (opening.state !== 'reserved')
    return refuseState({ code: 'not-reserved', message: 'This opening is not reserved.' })
  return await moveRecord({
    req,
    collection: 'openings',
    id: openingId,
    locked: opening,
    to: 'open',
    reason,
    data: { submission: null, reservedAt: null, releaseReason: reason },
    what: 'opening',
  })
}
