import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'
import { rejectReasons } from '../domain/reasons'
import { shortlistDecisions } from '../domain/shortlist-answer'

const headRow = z.object({
  id: z.string(),
  client_id: z.string(),
  state: z.string(),
  message: z.string().nullable(),
  sent_at: instant.nullable(),
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
})

const itemRow = z
  .object({
    id: z.string(),
    candidate_name: z.string(),
    headline: z.string().nullable(),
    place: z.string().nullable(),
    available_on: z.string().nullable(),
    skills: z.array(z.string()),
    answer: z.string().nullable(),
    cv_scan: z.string().nullable(),
    decision: z.enum(['pending', ...shortlistDecisions]),
    reason: z.enum(rejectReasons).nullable(),
    comment: z.string().nullable(),
    decided_at: instant.nullable(),
    decided_by_name: z.string().nullable(),
    rating: wholeNumber.nullable(),
    recommendation: z.string().nullable(),
    answers: z.array(
      z.object({
        name: z.string(),
        decision: z.enum(shortlistDecisions),
        reason: z.enum(rejectReasons).nullable(),
        rating: z.number().nullable(),
        comment: z.string().nullable(),
      }),
    ),
    is_under_review: z.boolean(),
    may_meet: z.boolean(),
    interview: z
      .object({
        state: z.enum(['proposed', 'scheduled']),
        startsAt: z.string().transform((text) => new Date(text).toISOString()),
        endsAt: z.string().transform((text) => new Date(text).toISOString()),
        zone: z.string(),
      })
      .nullable(),
  })
  .transform((row) => ({
    itemId: row.id,
    candidateName: row.candidate_name,
    headline: row.headline,
    place: row.place || null,
    availableOn: row.available_on,
    skills: row.skills,
    /** The answer to a yes-or-no question of the order. */
    answer: row.answer,
    cv: cvState(row.cv_scan),
    decision: row.decision,
    reason: row.reason,
    comment: row.comment,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
    rating: row.rating,
    /** What the agency says about the candidate. */
    recommendation: row.recommendation,
    /** What each person at the client said, the oldest first. */
    answers: row.answers,
    /** An answer is still taken. */
    isOpen: row.is_under_review && row.decision !== 'reject',
    /** The client may propose times for a talk. */
    mayMeet: row.may_meet && row.interview === null,
    /** The next talk that is proposed or agreed. */
    interview: row.interview,
  }))

export type ClientShortlistItem = z.output<typeof itemRow>

/**
 * A shortlist for the client it was sent to: who the candidates are and what they can do. No pay, no
 * notes of the agency, no address, phone or mail of a candidate. Null for everybody else.
 */
export const shortlistForClient = async ({
  req,
  shortlistId,
}: {
  req: PayloadRequest
  shortlistId: string
}) => {
  if (!isUuid(shortlistId)) return null
  const sql = sqlOf(req)
  const head = await sql.first({
    schema: headRow,
    text: `select shortlist.id, shortlist.client_id, shortlist.state, shortlist.message,
        shortlist.sent_at, shortlist.due_on, job_order.title, job_order.ref,
        case when job_order.screening_kind = 'yes_no' then job_order.screening_question end
          as screening_question,
        concat_ws(', ', location.name, location.city) as place, client.name as client_name,
        contact.first_name || ' ' || contact.last_name as contact_name,
        owner.name as owner_name, owner.email as owner_email, owner.phone as owner_phone,
        coalesce(location.zone, owner.zone, 'UTC') as zone,
        exists (select from job_orders_interview_plan round
          where round."_parent_id" = job_order.id) as has_plan
      from shortlists shortlist
      join job_orders job_order on job_order.id = shortlist.job_order_id
      join client_corporations client on client.id = shortlist.client_id
      join client_contacts contact on contact.id = shortlist.contact_id
      left join work_locations location on location.id = job_order.work_location_id
      left join users owner on owner.id = job_order.owner_id
      where shortlist.id = $1 and shortlist.sent_at is not null`,
    values: [shortlistId],
  })
  const isReadable =
    head &&
    mayRead({
      req,
      purpose: 'shortlist.decide',
      subject: { kind: 'shortlist', id: shortlistId },
      permission: 'pipeline.read',
      clientId: head.client_id,
    })
  if (!isReadable) return null
  const items = await sql.rows({
    schema: itemRow,
    text: `select item.id, case when shortlist.is_blind then 'Candidate ' || item.position
          else candidate.first_name || ' ' || candidate.last_name end as candidate_name,
        candidate.headline, concat_ws(', ', candidate.city, candidate.region) as place,
        candidate.available_on,
        array(select text from candidates_texts
          where parent_id = candidate.id and path = 'skills' and text is not null
          order by "order") as skills,
        case when job_order.screening_kind = 'yes_no' then submission.answer end as answer,
        case when shortlist.is_blind then null else cv.scan_status::text end as cv_scan,
        item.rating, item.recommendation,
        (select coalesce(json_agg(json_build_object(
            'name', concat_ws(' ', person.first_name, person.last_name),
            'decision', given.decision, 'reason', given.reason, 'rating', given.rating,
            'comment', given.comment) order by given.answered_at), '[]')
          from shortlist_answers given join client_contacts person on person.id = given.contact_id
          where given.item_id = item.id) as answers, item.decision::text as decision,
        item.reason::text as reason, item.comment, item.decided_at, item.decided_by_name,
        submission.state = 'client_review' as is_under_review,
        item.decision in ('interview', 'approve')
          and submission.state in ('client_review', 'interview') as may_meet,
        (select json_build_object('state', talk.state, 'startsAt', talk.starts_at,
            'endsAt', talk.ends_at, 'zone', talk.zone) from interviews talk
          where talk.submission_id = submission.id and talk.state in ('proposed', 'scheduled')
          order by talk.starts_at limit 1) as interview
      from shortlist_items item
      join shortlists shortlist on shortlist.id = item.shortlist_id
      join submissions submission on submission.id = item.submission_id
      join job_orders job_order on job_order.id = item.job_order_id
      join candidates candidate on candidate.id = item.candidate_id
      left join documents cv on cv.id = submission.cv_id
      where item.shortlist_id = $1 order by item.position`,
    values: [shortlistId],
  })
  return {
    shortlistId: head.id,
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
    items,
  }
}

export type ClientShortlist = NonNullable<Awaited<ReturnType<typeof shortlistForClient>>>

/** A CV is shown once its virus scan is over; one with a virus is as none. */
function cvState(scan: string | null): 'ready' | 'being-checked' | 'none' {
  if (scan === 'pending') return 'being-checked'
  return scan === null || scan === 'infected' ? 'none' : 'ready'
}
