import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber, databaseNow } from '#plugins/kernel'
import { isCurrencyCode, isZone, type Instant } from '#plugins/kernel/domain'
import { employmentTypeLabels, employmentTypes } from '#plugins/pipeline/domain'
import { releasedStates } from '../domain/placement-workflow'
import type { AssignmentLetterPaper } from '../pdf/assignment-letter-paper'

export type LetterFacts = {
  paper: AssignmentLetterPaper
  candidateId: string
  clientId: string
  readAt: Instant
}

const facts = z.object({
  ref: z.string(),
  title: z.string(),
  employment_type: z.enum(employmentTypes),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  candidate_id: z.string(),
  worker: z.string(),
  worker_lines: z.string(),
  locale: z.string().nullable(),
  client_id: z.string(),
  client: z.string(),
  agency: z.string(),
  agency_lines: z.string(),
  agency_country: z.string().nullable(),
  place: z.string().nullable(),
  place_lines: z.string(),
  zone: z.string().refine(isZone),
  approver: z.string().nullable(),
  recruiter: z.string().nullable(),
  recruiter_email: z.string().nullable(),
  currency: z.string(),
  pay_rate_e4: wholeNumber.nullable(),
  salary_minor: wholeNumber.nullable(),
  hours_per_week_minutes: wholeNumber.nullable(),
})

/** What the letter says, or null when the placement has no letter to come. No bill rate is read. */
export const letterFactsOf = async ({
  req,
  placementId,
}: {
  req: PayloadRequest
  placementId: string
}): Promise<LetterFacts | null> => {
  const row = await sqlOf(req).first({
    schema: facts,
    text: `select p.ref, p.title, p.employment_type, p.starts_on, p.ends_on,
        p.candidate_id, trim(concat_ws(' ', k.first_name, k.last_name)) as worker,
        concat_ws(E'\\n', k.city, k.region, k.country) as worker_lines, k.locale,
        p.client_id, c.name as client,
        e.name as agency, concat_ws(E'\\n', e.address_line1, e.address_line2,
          concat_ws(' ', e.address_city, e.address_region, e.address_postal_code)) as agency_lines,
        e.address_country as agency_country,
        w.name as place, concat_ws(E'\\n', w.line1, w.line2,
          concat_ws(' ', w.city, w.region, w.postal_code)) as place_lines,
        coalesce(w.zone, e.zone) as zone,
        nullif(trim(concat_ws(' ', a.first_name, a.last_name)), '') as approver,
        u.name as recruiter, u.email as recruiter_email,
        t.currency, t.pay_rate_e4, t.salary_minor, t.hours_per_week_minutes
      from placements p
      join candidates k on k.id = p.candidate_id
      join client_corporations c on c.id = p.client_id
      join legal_entities e on e.id = p.legal_entity_id
      join lateral (
        select * from placement_terms where placement_id = p.id and effective_from_on <= p.starts_on
        order by effective_from_on desc, version desc limit 1) t on true
      left join work_locations w on w.id = p.work_location_id
      left join client_contacts a on a.id = p.approver_id
      left join users u on u.id = p.owner_id
      where p.id = $1 and p.state <> all($2) and p.assignment_letter_id is null`,
    values: [placementId, [...releasedStates]],
  })
  if (!row) return null
  const readAt = await databaseNow(req)
  return {
    paper: paperOf({ row, readAt }),
    candidateId: row.candidate_id,
    clientId: row.client_id,
    readAt,
  }
}

const paperOf = ({
  row,
  readAt,
}: {
  row: z.output<typeof facts>
  readAt: Instant
}): AssignmentLetterPaper => ({
  reference: row.ref,
  locale: row.locale ?? 'en-US',
  size: row.agency_country === 'US' ? 'LETTER' : 'A4',
  createdAt: readAt,
  zone: row.zone,
  agency: { name: row.agency, lines: linesOf(row.agency_lines) },
  worker: { name: row.worker, lines: linesOf(row.worker_lines) },
  clientName: row.client,
  jobTitle: row.title,
  employmentType: employmentTypeLabels[row.employment_type],
  workLocation: { name: row.place ?? row.client, lines: linesOf(row.place_lines) },
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  pay: payOf(row),
  weeklyMinutes: row.hours_per_week_minutes,
  approverName: row.approver,
  recruiter: {
    name: row.recruiter ?? row.agency,
    lines: row.recruiter_email ? [row.recruiter_email] : [],
  },
  terms: [],
  notes: [],
})

const payOf = ({
  currency,
  pay_rate_e4: rateE4,
  salary_minor: amountMinor,
}: z.output<typeof facts>): AssignmentLetterPaper['pay'] => {
  if (!isCurrencyCode(currency)) throw new Error(`The terms’ currency ${currency} is not known.`)
  if (rateE4 !== null) return { kind: 'hourly', rateE4, currency }
  return amountMinor === null ? null : { kind: 'yearly', amountMinor, currency }
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
