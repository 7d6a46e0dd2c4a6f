import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { isZone, type Zone } from '#plugins/kernel/domain'

/**
 * The zone in which a placement's days and hours are read: that of the place of work, else that of
 * the employer. For commands and jobs that have checked the actor.
 */
export const zoneOfPlacement = async ({
  req,
  placement,
}: {
  req: PayloadRequest
  placement: Pick<DataFromCollectionSlug<'placements'>, 'id'>
}): Promise<Zone> => {
  const row = await sqlOf(req).first({
    schema: z.object({ zone: z.string() }),
    text: `select coalesce(w.zone, e.zone) as zone from placements p
      join legal_entities e on e.id = p.legal_entity_id
      left join work_locations w on w.id = p.work_location_id
      where p.id = $1`,
    values: [placement.id],
  })
  if (!row || !isZone(row.zone)) throw new Error(`The placement ${placement.id} has no zone.`)
  return row.zone
}
