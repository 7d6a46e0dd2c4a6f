import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'
import { lockRecord, moveRecord, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing, type Result } from '#plugins/kernel/domain'
import type { ReadinessState } from '../domain/readiness-workflow'
import { readyPlacement } from './ready-placement'

/**
 * Moves a readiness item and, when nothing is open any more, its confirmed placement to ready. The
 * placement is locked first, so that the last two items settled at once make it ready once.
 */
export const settleItem = async ({
  req,
  id,
  to,
  reason = null,
  note = null,
  document = null,
}: {
  req: PayloadRequest
  id: string
  to: ReadinessState
  reason?: string | null
  note?: string | null
  document?: string | null
}): Promise<Result<DataFromCollectionSlug<'readiness-items'>>> => {
  const item = await req.payload.findByID({
    collection: 'readiness-items',
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  const placementId = idOf(item?.placement)
  if (!placementId) return refuseMissing('readiness item')
  const placement = await lockRecord({ req, collection: 'placements', id: placementId })
  if (!placement) return refuseMissing('placement')
  const moved = await moveRecord({
    req,
    collection: 'readiness-items',
    id,
    to,
    reason,
    data: {
      ...(to === 'verified' || to === 'waived' ? { doneAt: await databaseNow(req) } : {}),
      ...(note === null ? {} : { note }),
      ...(document === null ? {} : { document }),
    },
    what: 'readiness item',
  })
  if (!moved.ok) return moved
  await readyPlacement({ req, placement })
  return ok(moved.value)
}
