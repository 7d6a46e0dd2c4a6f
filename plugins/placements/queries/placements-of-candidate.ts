import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { candidateInReach } from '../access/whose'

/** A placement as its worker sees it: pay, but neither bill rate nor fee. */
export type CandidatePlacement = z.output<typeof candidatePlacement>

const candidatePlacement = z.object({
  id: z.string(),
  ref: z.string().nullable(),
  title: z.string(),
  state: z.string(),
  employmentType: z.string(),
  clientName: z.string(),
  placeName: z.string().nullable(),
  placeCity: z.string().nullable(),
  zone: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  approverName: z.string().nullable(),
  currency: z.string(),
  payRateE4: wholeNumber.nullable(),
  salaryMinor: wholeNumber.nullable(),
  letterId: z.string().nullable(),
})

const columns = `p.id, p.ref, p.title, p.state, p.employment_type as "employmentType",
  c.name as "clientName", w.name as "placeName", w.city as "placeCity",
  coalesce(w.zone, e.zone) as zone,
  coalesce(p.actual_start_on, p.starts_on) as "startsOn",
  coalesce(p.actual_end_on, p.notice_until_on, p.ends_on) as "endsOn",
  nullif(trim(concat_ws(' ', a.first_name, a.last_name)), '') as "approverName",
  t.currency, t.pay_rate_e4 as "payRateE4", t.salary_minor as "salaryMinor",
  p.assignment_letter_id as "letterId"`

const tables = `placements p
  join client_corporations c on c.id = p.client_id
  join legal_entities e on e.id = p.legal_entity_id
  left join work_locations w on w.id = p.work_location_id
  left join client_contacts a on a.id = p.approver_id
  join lateral (
    select currency, pay_rate_e4, salary_minor from placement_terms
    where placement_id = p.id
      and effective_from_on <= greatest(p.starts_on, to_char(now() at time zone e.zone, 'YYYY-MM-DD'))
    order by effective_from_on desc, version desc limit 1) t on true`

/**
 * The placements of the signed-in candidate, the latest first; staff with `placements.read` and
 * `pay.read` name the candidate.
 */
export const placementsOfCandidate = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId?: string
}): Promise<CandidatePlacement[]> => {
  const own = candidateInReach({ req, candidateId, permission: 'pay.read' })
  if (!own) return []
  return await sqlOf(req).rows({
    schema: candidatePlacement,
    text: `select ${columns} from ${tables}
      where p.candidate_id = $1 and p.state <> 'cancelled'
      order by p.starts_on desc, p.id desc`,
    values: [own],
  })
}

/** One of them by id, for whoever has already been found to be entitled to it. */
export const candidatePlacementById = async ({
  req,
  placementId,
}: {
  req: PayloadRequest
  placementId: string
}): Promise<(CandidatePlacement & { candidateId: string }) | null> =>
  await sqlOf(req).first({
    schema: candidatePlacement.extend({ candidateId: z.string() }),
    text: `select ${columns}, p.candidate_id as "candidateId" from ${tables} where p.id = $1`,
    values: [placementId],
  })
