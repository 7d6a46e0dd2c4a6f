import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { clientInReach } from '../access/whose'

/** A placement as its client sees it: the bill rate, but neither pay nor the agency's notes. */
export type ClientPlacement = z.output<typeof clientPlacement>

const clientPlacement = z.object({
  id: z.string(),
  ref: z.string().nullable(),
  title: z.string(),
  state: z.string(),
  employmentType: z.string(),
  candidateName: z.string(),
  orderRef: z.string().nullable(),
  placeName: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  approverName: z.string().nullable(),
  currency: z.string(),
  billRateE4: wholeNumber.nullable(),
})

/**
 * The placements at the signed-in contact's client, the latest first; staff with `rates.read` name
 * the client.
 */
export const placementsOfClient = async ({
  req,
  clientId,
}: {
  req: PayloadRequest
  clientId?: string
}): Promise<ClientPlacement[]> => {
  const own = clientInReach({ req, clientId, permission: 'rates.read' })
  if (!own) return []
  return await sqlOf(req).rows({
    schema: clientPlacement,
    text: `select p.id, p.ref, p.title, p.state, p.employment_type as "employmentType",
        trim(concat_ws(' ', k.first_name, k.last_name)) as "candidateName", o.ref as "orderRef",
        w.name as "placeName",
        coalesce(p.actual_start_on, p.starts_on) as "startsOn",
        coalesce(p.actual_end_on, p.notice_until_on, p.ends_on)
          as "endsOn",
        nullif(trim(concat_ws(' ', a.first_name, a.last_name)), '') as "approverName",
        t.currency, t.bill_rate_e4 as "billRateE4"
      from placements p
      join candidates k on k.id = p.candidate_id
      join job_orders o on o.id = p.job_order_id
      join legal_entities e on e.id = p.legal_entity_id
      left join work_locations w on w.id = p.work_location_id
      left join client_contacts a on a.id = p.approver_id
      join lateral (
        select currency, bill_rate_e4 from placement_terms
        where placement_id = p.id
          and effective_from_on <= greatest(p.starts_on, to_char(now() at time zone e.zone, 'YYYY-MM-DD'))
        order by effective_from_on desc, version desc limit 1) t on true
      where p.client_id = $1 and p.state not in ('pending', 'cancelled')
      order by p.starts_on desc, p.id desc`,
    values: [own],
  })
}
