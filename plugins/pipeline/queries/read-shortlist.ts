import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { blindProfile } from '../domain/client-profile'
import { rejectReasons } from '../domain/reasons'
import { isSettled, shortlistDecisions } from '../domain/shortlist-answer'

const headRow = z.object({
  id: z.string(),
  client_id: z.string(),
  job_order_id: z.string(),
  brand_id: z.string().nullable(),
  is_blind: z.boolean(),
  state: z.string(),
  message: z.string().nullable(),
  sent_at: instant,
  due_on: z.string().nullable(),
  title: z.string(),
  ref: z.string().nullable(),
  place: z.string().nullable(),
  client_name: z.string(),
  contact_name: z.string(),
  screening_question: z.string().nullable(),
  owner_name: z.string().nullable(),
  owner_email: z.string().nullable(),
  owner_phone: z.string().nullable(),
  zone: z.string(),
  has_plan: z.boolean(),
  agency_country: z.string().nullable(),
  agency_name: z.string().nullable(),
})

const text = z.string().nullable()

const itemRow = z.object({
  id: z.string(),
  candidate_id: z.string(),
  submission_id: z.string(),
  position: wholeNumber,
  candidate_name: z.string(),
  headline: text,
  place: text,
  available_on: text,
  skills: z.array(z.string()),
  languages: z.array(z.object({ language: z.string(), level: text })),
  jobs: z.array(z.object({ title: text, employer: text, place: text, from: text, to: text, text })),
  education: z.array(
    z.object({ institution: text, degree: text, subject: text, year: z.number().nullable() }),
  ),
  answer: text,
  cv_scan: text,
  decision: z.enum(['pending', ...shortlistDecisions]),
  reason: z.enum(rejectReasons).nullable(),
  comment: text,
  decided_at: instant.nullable(),
  decided_by_name: text,
  rating: wholeNumber.nullable(),
  recommendation: text,
  answers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      decision: z.enum(shortlistDecisions),
      reason: z.enum(rejectReasons).nullable(),
      rating: z.number().nullable(),
      comment: text,
      reply: text,
      repliedBy: text,
    }),
  ),
  is_under_review: z.boolean(),
  is_in_race: z.boolean(),
  may_meet: z.boolean(),
  interview: z
    .object({
      state: z.enum(['proposed', 'scheduled']),
      startsAt: z.string().transform((moment) => new Date(moment).toISOString()),
      endsAt: z.string().transform((moment) => new Date(moment).toISOString()),
      zone: z.string(),
    })
    .nullable(),
})

/**
 * A shortlist as the client sees it: who the candidates are and what they can do. No pay, no notes of
 * the agency, no address, phone or mail of a candidate; of a blind one nothing that tells who it is.
 * Judges no right: for code that has. Null when it is gone or was never sent.
 */
export const readShortlist = async ({
  req,
  shortlistId,
}: {
  req: PayloadRequest
  shortlistId: string
}) => {
  const sql = sqlOf(req)
  const head = await sql.first({
    schema: headRow,
    text: `select shortlist.id, shortlist.client_id, shortlist.job_order_id, job_order.brand_id,
        shortlist.is_blind is true as is_blind, shortlist.state, shortlist.message,
        shortlist.sent_at, shortlist.due_on, job_order.title, job_order.ref,
        case when job_order.screening_kind = 'yes_no' then job_order.screening_question end
          as screening_question,
        concat_ws(', ', location.name, location.city) as place, client.name as client_name,
        contact.first_name || ' ' || contact.last_name as contact_name,
        owner.name as owner_name, owner.email as owner_email, owner.phone as owner_phone,
        coalesce(location.zone, owner.zone, 'UTC') as zone,
        exists (select from job_orders_interview_plan round
          where round."_parent_id" = job_order.id) as has_plan,
        entity.name as agency_name, entity.address_country as agency_country
      from shortlists shortlist
      join job_orders job_order on job_order.id = shortlist.job_order_id
      join client_corporations client on client.id = shortlist.client_id
      join client_contacts contact on contact.id = shortlist.contact_id
      left join work_locations location on location.id = job_order.work_location_id
      left join users owner on owner.id = job_order.owner_id
      left join lateral (select name, address_country from legal_entities
        order by id = client.legal_entity_id desc nulls last, created_at limit 1) entity on true
      where shortlist.id = $1 and shortlist.sent_at is not null`,
    values: [shortlistId],
  })
  if (!head) return null
  const rows = await sql.rows({
    schema: itemRow,
    text: `select item.id, item.candidate_id, item.submission_id, item.position,
        candidate.first_name || ' ' || candidate.last_name as candidate_name,
        candidate.headline, concat_ws(', ', candidate.city, candidate.region) as place,
        candidate.available_on,
        array(select text from candidates_texts
          where parent_id = candidate.id and path = 'skills' and text is not null
          order by "order") as skills,
        (select coalesce(json_agg(json_build_object('language', known.language,
            'level', known.level) order by known._order), '[]')
          from candidates_languages known where known._parent_id = candidate.id) as languages,
        (select coalesce(json_agg(json_build_object('title', job.title, 'employer', job.employer,
            'place', job.place, 'from', job.started_in, 'to', job.ended_in,
            'text', job.description) order by job._order), '[]')
          from candidates_work_history job where job._parent_id = candidate.id) as jobs,
        (select coalesce(json_agg(json_build_object('institution', school.institution,
            'degree', school.degree, 'subject', school.subject, 'year', school.ended_in)
            order by school._order), '[]')
          from candidates_education school where school._parent_id = candidate.id) as education,
        case when job_order.screening_kind = 'yes_no' then submission.answer end as answer,
        cv.scan_status::text as cv_scan, item.rating, item.recommendation,
        (select coalesce(json_agg(json_build_object('id', given.id,
            'name', concat_ws(' ', person.first_name, person.last_name),
            'decision', given.decision, 'reason', given.reason, 'rating', given.rating,
            'comment', given.comment, 'reply', given.reply, 'repliedBy', given.replied_by_name)
            order by given.answered_at), '[]')
          from shortlist_answers given join client_contacts person on person.id = given.contact_id
          where given.item_id = item.id) as answers, item.decision::text as decision,
        item.reason::text as reason, item.comment, item.decided_at, item.decided_by_name,
        submission.state = 'client_review' as is_under_review,
        submission.state not in ('rejected', 'withdrawn') as is_in_race,
        item.decision in ('interview', 'approve')
          and submission.state in ('client_review', 'interview') as may_meet,
        (select json_build_object('state', talk.state, 'startsAt', talk.starts_at,
            'endsAt', talk.ends_at, 'zone', talk.zone) from interviews talk
          where talk.submission_id = submission.id and talk.state in ('proposed', 'scheduled')
          order by talk.starts_at limit 1) as interview
      from shortlist_items item
      join submissions submission on submission.id = item.submission_id
      join job_orders job_order on job_order.id = item.job_order_id
      join candidates candidate on candidate.id = item.candidate_id
      left join documents cv on cv.id = submission.cv_id
      where item.shortlist_id = $1 order by item.position`,
    values: [shortlistId],
  })
  return {
    shortlistId: head.id,
    clientId: head.client_id,
    jobOrderId: head.job_order_id,
    brandId: head.brand_id,
    /** Whose paper it is, where no brand says it. */
    agencyName: head.agency_name,
    agencyCountry: head.agency_country,
    isBlind: head.is_blind,
    state: head.state,
    message: head.message,
    sentAt: head.sent_at,
    dueOn: head.due_on,
    jobTitle: head.title,
    orderRef: head.ref ?? '',
    place: head.place || null,
    clientName: head.client_name,
    /** The clock of the place of work, on which times for a talk are proposed. */
    zone: head.zone,
    /** How long and by what means they talk is agreed already. */
    hasPlan: head.has_plan,
    contactName: head.contact_name,
    screeningQuestion: head.screening_question,
    recruiter:
      head.owner_name && head.owner_email
        ? { name: head.owner_name, email: head.owner_email, phone: head.owner_phone }
        : null,
    items: rows.map((row) => itemOf({ row, isBlind: head.is_blind })),
  }
}

export type ReadShortlist = NonNullable<Awaited<ReturnType<typeof readShortlist>>>

const itemOf = ({ row, isBlind }: { row: z.output<typeof itemRow>; isBlind: boolean }) => {
  const whole = {
    headline: row.headline,
    recommendation: row.recommendation,
    answer: row.answer,
    jobs: row.jobs,
    education: row.education,
  }
  const profile = isBlind ? blindProfile({ profile: whole, names: [row.candidate_name] }) : whole
  return {
    itemId: row.id,
    candidateId: row.candidate_id,
    submissionId: row.submission_id,
    candidateName: isBlind ? `Candidate ${row.position}` : row.candidate_name,
    place: row.place || null,
    availableOn: row.available_on,
    skills: row.skills,
    languages: row.languages,
    ...profile,
    cv: isBlind ? ('none' as const) : cvState(row.cv_scan),
    decision: row.decision,
    reason: row.reason,
    comment: row.comment,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
    rating: row.rating,
    /** What each person at the client said, the oldest first, and what we answered. */
    answers: row.answers,
    /** The client may propose times for a talk. */
    mayMeet: row.may_meet && row.interview === null,
    /** The next talk that is proposed or agreed. */
    interview: row.interview,
    /** Neither rejected nor withdrawn. */
    isInRace: row.is_in_race,
    /** An answer is still taken. */
    isOpen: row.is_under_review && row.decision !== 'reject',
    /** An answer is still waited for. */
    isWaitedFor: row.is_under_review && !isSettled(row.decision),
  }
}

/** A CV is shown once its virus scan is over; one with a virus is as none. */
const cvState = (scan: string | null): 'ready' | 'being-checked' | 'none' => {
  if (scan === 'pending') return 'being-checked'
  return scan === null || scan === 'infected' ? 'none' : 'ready'
}
