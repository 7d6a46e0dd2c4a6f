import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { moveRecord, sqlOf } from '#plugins/kernel'
import { openReadinessStates } from '../domain/readiness-workflow'

/** Moves a confirmed placement to ready when nothing is missing. The caller holds its lock. */
export const readyPlacement = async ({
  req,
  placement,
}: {
  req: PayloadRequest
  placement: Pick<DataFromCollectionSlug<'placements'>, 'id' | 'state'>
}): Promise<boolean> => {
  if (placement.state !== 'confirmed') return false
  const open = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from readiness_items where placement_id = $1 and state = any($2) limit 1`,
    values: [placement.id, [...openReadinessStates]],
  })
  if (open) return false
  const moved = await moveRecord({
    req,
    collection: 'placements',
    id: placement.id,
    to: 'ready',
    what: 'placement',
  })
  if (!moved.ok) throw new Error(`The placement could not be made ready: ${moved.failure.code}`)
  return true
}
