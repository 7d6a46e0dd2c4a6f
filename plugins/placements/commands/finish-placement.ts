import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { moveRecord } from '#plugins/kernel'
import type { Day, Result } from '#plugins/kernel/domain'
import { outcomeOfEnding } from '../domain/placement-days'

/** The last day has passed. The caller holds the lock. */
export const finishPlacement = async ({
  req,
  placement,
  lastDayOn,
  reason,
}: {
  req: PayloadRequest
  placement: DataFromCollectionSlug<'placements'>
  lastDayOn: Day
  reason: string
}): Promise<Result<DataFromCollectionSlug<'placements'>>> =>
  await moveRecord({
    req,
    collection: 'placements',
    id: placement.id,
    to: outcomeOfEnding({
      employmentType: placement.employmentType,
      plannedEndOn: placement.endsOn ? placement.endsOn : null,
      actualEndOn: lastDayOn,
    }),
    reason,
    data: { actualEndOn: lastDayOn, endReason: reason },
    what: 'placement',
  })
