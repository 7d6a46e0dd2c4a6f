import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { currencyCode, isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'
import { employmentTypes } from '../domain/employment-type'
import { offerDifferences } from '../domain/offer-terms'

const row = z.object({
  id: z.string(),
  candidate_id: z.string(),
  state: z.string(),
  version: wholeNumber,
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  currency: currencyCode,
  pay_rate_e4: wholeNumber.nullable(),
  salary_minor: wholeNumber.nullable(),
  hours_per_week_minutes: wholeNumber.nullable(),
  message: z.string().nullable(),
  expires_at: instant.nullable(),
  resolved_at: instant.nullable(),
  is_open: z.boolean(),
  title: z.string(),
  employment_type: z.enum(employmentTypes),
  place: z.string().nullable(),
  client_name: z.string(),
  candidate_name: z.string(),
  owner_name: z.string().nullable(),
  owner_email: z.string().nullable(),
  owner_phone: z.string().nullable(),
  is_permanent: z.boolean(),
  before: z
    .object({
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      payRateE4: z.number().nullable(),
      salaryMinor: z.number().nullable(),
      hoursPerWeekMinutes: z.number().nullable(),
    })
    .nullable(),
})

export type CandidateOffer = Awaited<ReturnType<typeof offerForCandidate>>

/**
 * An offer for the candidate it is made to: their pay, never what the client pays. Null for everybody
 * else, and while it is a draft.
 */
export const offerForCandidate = async ({
  req,
  offerId,
}: {
  req: PayloadRequest
  offerId: string
}) => {
  if (!isUuid(offerId)) return null
  const found = await sqlOf(req).first({
    schema: row,
    text: `select offer.id, offer.candidate_id, offer.state, offer.version, offer.starts_on,
        offer.ends_on, offer.currency, offer.pay_rate_e4, offer.salary_minor,
        offer.hours_per_week_minutes, offer.message, offer.expires_at, offer.resolved_at,
        (offer.state = 'extended' and offer.expires_at > now()) as is_open,
        job_order.title, job_order.employment_type::text as employment_type,
        concat_ws(', ', location.name, location.city) as place, client.name as client_name,
        candidate.first_name || ' ' || candidate.last_name as candidate_name,
        owner.name as owner_name, owner.email as owner_email, owner.phone as owner_phone,
        job_order.employment_type = 'permanent' as is_permanent,
        (select json_build_object('startsOn', earlier.starts_on, 'endsOn', earlier.ends_on,
            'payRateE4', earlier.pay_rate_e4, 'salaryMinor', earlier.salary_minor,
            'hoursPerWeekMinutes', earlier.hours_per_week_minutes) from offers earlier
          where earlier.submission_id = offer.submission_id and earlier.version < offer.version
            and earlier.extended_at is not null
          order by earlier.version desc limit 1) as before
      from offers offer
      join job_orders job_order on job_order.id = offer.job_order_id
      join client_corporations client on client.id = offer.client_id
      join candidates candidate on candidate.id = offer.candidate_id
      left join work_locations location on location.id = job_order.work_location_id
      left join users owner on owner.id = job_order.owner_id
      where offer.id = $1 and offer.extended_at is not null`,
    values: [offerId],
  })
  const isReadable =
    found &&
    mayRead({
      req,
      purpose: 'offer.answer',
      subject: { kind: 'offer', id: offerId },
      permission: 'pay.read',
      candidateId: found.candidate_id,
    })
  if (!isReadable) return null
  return {
    offerId: found.id,
    state: found.state,
    /** Can be answered now. */
    isOpen: found.is_open,
    version: found.version,
    jobTitle: found.title,
    employmentType: found.employment_type,
    clientName: found.client_name,
    candidateName: found.candidate_name,
    place: found.place || null,
    startsOn: found.starts_on,
    endsOn: found.ends_on,
    currency: found.currency,
    payRateE4: found.pay_rate_e4,
    salaryMinor: found.salary_minor,
    hoursPerWeekMinutes: found.hours_per_week_minutes,
    message: found.message,
    isPermanent: found.is_permanent,
    /** In what it differs from the version that the candidate saw before; null for the first one. */
    differences:
      found.before &&
      offerDifferences({
        before: found.before,
        after: {
          startsOn: found.starts_on,
          endsOn: found.ends_on,
          payRateE4: found.pay_rate_e4,
          salaryMinor: found.salary_minor,
          hoursPerWeekMinutes: found.hours_per_week_minutes,
        },
      }),
    expiresAt: found.expires_at,
    resolvedAt: found.resolved_at,
    contact:
      found.owner_name && found.owner_email
        ? { name: found.owner_name, email: found.owner_email, phone: found.owner_phone }
        : null,
  }
}
