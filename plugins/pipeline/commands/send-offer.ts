import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { databaseNow, moveRecord } from '#plugins/kernel'
import { addMinutes, type Result } from '#plugins/kernel/domain'

type Offer = DataFromCollectionSlug<'offers'>

const minutesPerDay = 24 * 60

/** Puts an offer to the candidate; the days it is open for begin now. The caller holds its lock. */
export const sendOffer = async ({
  req,
  offer,
  data = {},
  reason = null,
}: {
  req: PayloadRequest
  offer: Offer
  data?: Partial<Offer>
  reason?: string | null
}): Promise<Result<Offer>> => {
  const now = await databaseNow(req)
  return await moveRecord({
    req,
    collection: 'offers',
    id: offer.id,
    to: 'extended',
    reason,
    data: {
      ...data,
      extendedAt: now,
      expiresAt: addMinutes({
        instant: now,
        minutes: (offer.openForDays ?? usualOpenDays) * minutesPerDay,
      }),
    },
    what: 'offer',
  })
}

/** How long an offer can be answered, unless it says otherwise. */
export const usualOpenDays = 7
