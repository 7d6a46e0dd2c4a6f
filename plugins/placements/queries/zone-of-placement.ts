import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { isZone, type Day, type Zone } from '#plugins/kernel/domain'

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

/**
 * The zones of a placement's terms, the first version first: hours of a day are read in that of the
 * version in force on it (`termsInForce`). For commands that have judged the actor.
 */
export const zonesOfPlacement = async ({
  req,
  placementId,
}: {
  req: PayloadRequest
  placementId: string
}): Promise<{ version: number; effectiveFromOn: Day; zone: Zone }[]> =>
  await sqlOf(req).rows({
    schema: z.object({
      version: wholeNumber,
      effectiveFromOn: z.string(),
      zone: z.string().refine(isZone),
    }),
    text: `select t.version, t.effective_from_on as "effectiveFromOn",
        coalesce(w.zone, e.zone) as zone
      from placement_terms t
      join placements p on p.id = t.placement_id
      join legal_entities e on e.id = p.legal_entity_id
      left join work_locations w on w.id = coalesce(t.work_location_id, p.work_location_id)
      where t.placement_id = $1 order by t.version`,
    values: [placementId],
  })
