import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/**
 * Writes on the placement the place of work that its terms name for today, where the work is. The
 * caller holds the placement's lock.
 */
export const followTerms = async ({
  req,
  placement,
}: {
  req: PayloadRequest
  placement: Pick<DataFromCollectionSlug<'placements'>, 'id'>
}): Promise<void> => {
  const due = await sqlOf(req).first({
    schema: z.object({ location: z.string() }),
    text: `select due.location from (${placesDue}) due where due.id = $1`,
    values: [placement.id],
  })
  if (!due) return
  await req.payload.update({
    collection: 'placements',
    id: placement.id,
    data: { workLocation: due.location },
    req,
    overrideAccess: true,
    depth: 0,
  })
}

/** Placements `(id, location)` whose terms of today name another place than the placement. */
export const placesDue = `select p.id, t.work_location_id as location
  from placements p
  join lateral (
    select x.work_location_id from placement_terms x
    left join work_locations w on w.id = x.work_location_id
    join legal_entities e on e.id = p.legal_entity_id
    where x.placement_id = p.id
      and x.effective_from_on <= to_char(now() at time zone coalesce(w.zone, e.zone), 'YYYY-MM-DD')
    order by x.effective_from_on desc, x.version desc limit 1) t on true
  where t.work_location_id is not null
    and t.work_location_id is distinct from p.work_location_id`
