import { z } from 'zod'

import { instant, wholeNumber } from '#plugins/kernel'
import { isZone } from '#plugins/kernel/domain'

/** A sheet with the names that worker and client both know; no rate is read. */
export const sheetRow = z.object({
  id: z.string(),
  ref: z.string().nullable(),
  state: z.string(),
  weekStartsOn: z.string(),
  weekEndsOn: z.string(),
  workedMinutes: wholeNumber,
  revision: wholeNumber,
  submittedAt: instant.nullable(),
  approvedAt: instant.nullable(),
  approvedByName: z.string().nullable(),
  disputeReason: z.string().nullable(),
  /** The agency settles something before it can go on; what, is its own business. */
  isStuck: z.boolean(),
  placementId: z.string(),
  title: z.string(),
  candidateName: z.string(),
  clientName: z.string(),
  placeName: z.string().nullable(),
  zone: z.string().refine(isZone),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
})

export type Sheet = z.output<typeof sheetRow>

export const sheetColumns = `s.id, s.ref, s.state, s.week_starts_on as "weekStartsOn",
  s.week_ends_on as "weekEndsOn", s.worked_minutes as "workedMinutes", s.revision,
  s.submitted_at as "submittedAt", s.approved_at as "approvedAt",
  s.approved_by_name as "approvedByName", s.dispute_reason as "disputeReason",
  (s.problem is not null) as "isStuck",
  p.id as "placementId", p.title,
  trim(concat_ws(' ', k.first_name, k.last_name)) as "candidateName", c.name as "clientName",
  w.name as "placeName", coalesce(w.zone, e.zone) as zone,
  greatest(s.week_starts_on, coalesce(p.actual_start_on, p.starts_on)) as "firstDay",
  least(s.week_ends_on, coalesce(p.actual_end_on, p.notice_until_on, p.ends_on)) as "lastDay"`

export const sheetTables = `timesheets s
  join placements p on p.id = s.placement_id
  join candidates k on k.id = s.candidate_id
  join client_corporations c on c.id = s.client_id
  join legal_entities e on e.id = s.legal_entity_id
  left join work_locations w on w.id = p.work_location_id`
