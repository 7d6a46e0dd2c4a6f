import { z } from 'zod'

import { instant } from '#plugins/kernel'
import { statesOf } from '#plugins/kernel/domain'
import {
  applicationStatusLabels,
  applicationStatusOf,
  type ApplicationStatus,
} from '../domain/candidate-words'
import { isLiveSubmission, submissionWorkflow } from '../domain/submission-workflow'

/** What a candidate may know of an application: nothing of rates, reasons, others, or the client. */
export type Application = {
  submissionId: string
  jobTitle: string
  place: string | null
  status: ApplicationStatus
  statusLabel: string
  appliedAt: string
  changedAt: string
  /** May still be taken back. */
  isOpen: boolean
  contact: { name: string; email: string; phone: string | null } | null
  interviews: {
    interviewId: string
    state: string
    startsAt: string
    endsAt: string
    /** The clock that the candidate reads first: their own, or that of the place they have to be at. */
    zone: string
  }[]
  /** The newest offer that was extended. */
  offer: { offerId: string; state: string } | null
}

/** The columns that make an application; `from` and `where` follow. */
export const applicationColumns = `submission.id, submission.candidate_id, submission.state,
  submission.created_at, coalesce(submission.entered_stage_at, submission.created_at) as changed_at,
  coalesce(posting.title, job_order.title) as title,
  coalesce(posting.place, concat_ws(', ', location.city, location.region)) as place,
  owner.name as owner_name, owner.email as owner_email, owner.phone as owner_phone,
  (select coalesce(json_agg(json_build_object('interviewId', interview.id, 'state', interview.state,
      'startsAt', interview.starts_at, 'endsAt', interview.ends_at,
      'zone', case when interview.mode = 'onsite' then interview.zone else person.zone end)
      order by interview.starts_at), '[]')
    from interviews interview join candidates person on person.id = interview.candidate_id
    where interview.submission_id = submission.id) as interviews,
  (select json_build_object('offerId', offer.id, 'state', offer.state) from offers offer
    where offer.submission_id = submission.id and offer.extended_at is not null
    order by offer.version desc limit 1) as offer`

export const applicationTables = `submissions submission
  join job_orders job_order on job_order.id = submission.job_order_id
  left join job_postings posting on posting.id = submission.posting_id
  left join work_locations location on location.id = job_order.work_location_id
  left join users owner on owner.id = job_order.owner_id`

const asInstant = z.string().transform((text) => new Date(text).toISOString())

export const applicationRow = z
  .object({
    id: z.string(),
    candidate_id: z.string(),
    state: z.enum(statesOf(submissionWorkflow)),
    created_at: instant,
    changed_at: instant,
    title: z.string(),
    place: z.string().nullable(),
    owner_name: z.string().nullable(),
    owner_email: z.string().nullable(),
    owner_phone: z.string().nullable(),
    interviews: z.array(
      z.object({
        interviewId: z.string(),
        state: z.string(),
        startsAt: asInstant,
        endsAt: asInstant,
        zone: z.string(),
      }),
    ),
    offer: z.object({ offerId: z.string(), state: z.string() }).nullable(),
  })
  .transform((row) => {
    const status = applicationStatusOf(row.state)
    const application: Application = {
      submissionId: row.id,
      jobTitle: row.title,
      place: row.place || null,
      status,
      statusLabel: applicationStatusLabels[status],
      appliedAt: row.created_at,
      changedAt: row.changed_at,
      isOpen: isLiveSubmission(row.state),
      contact:
        row.owner_name && row.owner_email
          ? { name: row.owner_name, email: row.owner_email, phone: row.owner_phone }
          : null,
      interviews: row.interviews,
      offer: row.offer,
    }
    return { candidateId: row.candidate_id, application }
  })
