import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf } from '#plugins/kernel'
import { holdsLink, isUuid } from '#plugins/kernel/domain'
import { criteriaFor, recommendations, scorecardPurpose } from '../domain/scorecard'

const headRow = z.object({
  state: z.string(),
  round: z.string().nullable(),
  starts_at: instant,
  ends_at: instant,
  zone: z.string(),
  title: z.string(),
  candidate_name: z.string(),
  has_begun: z.boolean(),
  is_there: z.boolean(),
  plan: z.array(z.object({ name: z.string(), criteria: z.array(z.string()) })),
  owner_name: z.string().nullable(),
  owner_email: z.string().nullable(),
  owner_phone: z.string().nullable(),
})

const cardRow = z.object({
  contact_id: z.string(),
  name: z.string(),
  recommendation: z.enum(recommendations),
  mean: z.number().nullable(),
  words: z.string().nullable(),
  given_at: instant,
  ratings: z.array(
    z.object({
      criterion: z.string(),
      score: z.number().nullable(),
      words: z.string().nullable(),
    }),
  ),
})

/**
 * The scorecard of an interview for one of the client's people who was there: what to rate, and once
 * their own is given what the others said. Null for everybody else.
 */
export const scorecardForClient = async ({
  req,
  interviewId,
}: {
  req: PayloadRequest
  interviewId: string
}) => {
  const contactId = readerOf({ req, interviewId })
  if (!isUuid(interviewId) || !contactId) return null
  const sql = sqlOf(req)
  const head = await sql.first({
    schema: headRow,
    text: `select interview.state, interview.round, interview.starts_at, interview.ends_at,
        interview.zone, job_order.title, interview.starts_at <= now() as has_begun,
        candidate.first_name || ' ' || candidate.last_name as candidate_name,
        (interview.contact_id = $2 or exists (select from interviews_rels there
          where there.parent_id = interview.id and there.path = 'otherContacts'
            and there.client_contacts_id = $2)) as is_there,
        (select coalesce(json_agg(json_build_object('name', round.name, 'criteria', array(
            select line.text from job_orders_texts line where line.parent_id = job_order.id
              and line.path = 'interviewPlan.' || (round."_order" - 1) || '.criteria'
            order by line."order")) order by round."_order"), '[]')
          from job_orders_interview_plan round where round."_parent_id" = job_order.id) as plan,
        owner.name as owner_name, owner.email as owner_email, owner.phone as owner_phone
      from interviews interview
      join job_orders job_order on job_order.id = interview.job_order_id
      join candidates candidate on candidate.id = interview.candidate_id
      left join users owner on owner.id = job_order.owner_id
      where interview.id = $1`,
    values: [interviewId, contactId],
  })
  if (!head?.is_there) return null
  const cards = await sql.rows({
    schema: cardRow,
    text: `select card.contact_id, concat_ws(' ', person.first_name, person.last_name) as name,
        card.recommendation::text as recommendation, card.mean::float as mean, card.words,
        card.given_at,
        (select coalesce(json_agg(json_build_object('criterion', rating.criterion,
            'score', rating.score, 'words', rating.words) order by rating."_order"), '[]')
          from scorecards_ratings rating where rating."_parent_id" = card.id) as ratings
      from scorecards card join client_contacts person on person.id = card.contact_id
      where card.interview_id = $1 order by card.given_at`,
    values: [interviewId],
  })
  const own = cards.find(({ contact_id }) => contact_id === contactId) ?? null
  return {
    interviewId,
    jobTitle: head.title,
    candidateName: head.candidate_name,
    round: head.round,
    startsAt: head.starts_at,
    endsAt: head.ends_at,
    zone: head.zone,
    criteria: criteriaFor({ plan: head.plan, round: head.round }),
    /** It has taken place, as far as anybody knows, and waits for this person's word. */
    isOpen: own === null && head.has_begun && ['scheduled', 'done'].includes(head.state),
    own: own && shown(own),
    /** Nobody else's before one's own is given, so that nobody leans on another. */
    others: own ? cards.filter((card) => card !== own).map(shown) : [],
    recruiter:
      head.owner_name && head.owner_email
        ? { name: head.owner_name, email: head.owner_email, phone: head.owner_phone }
        : null,
  }
}

export type ClientScorecard = NonNullable<Awaited<ReturnType<typeof scorecardForClient>>>

const shown = ({
  name,
  recommendation,
  mean,
  words,
  given_at,
  ratings,
}: z.output<typeof cardRow>) => ({
  name,
  recommendation,
  mean,
  words,
  givenAt: given_at,
  ratings,
})

const readerOf = ({
  req,
  interviewId,
}: {
  req: PayloadRequest
  interviewId: string
}): string | null => {
  const actor = actorOf(req)
  if (actor.kind === 'portal') return actor.contactId
  const subject = { kind: 'interview', id: interviewId }
  return actor.kind === 'link' &&
    holdsLink({ actor, purpose: scorecardPurpose, subject }) &&
    actor.person?.kind === 'client-contact'
    ? actor.person.id
    : null
}

/** Interviews of the last month that wait for the word of whoever is signed in. */
export const scorecardsToGive = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<{ interviewId: string; candidateName: string; jobTitle: string }[]> => {
  const actor = actorOf(req)
  if (actor.kind !== 'portal' || !actor.contactId) return []
  return await sqlOf(req).rows({
    schema: z
      .object({ id: z.string(), candidate_name: z.string(), title: z.string() })
      .transform((row) => ({
        interviewId: row.id,
        candidateName: row.candidate_name,
        jobTitle: row.title,
      })),
    text: `select interview.id, job_order.title,
        candidate.first_name || ' ' || candidate.last_name as candidate_name
      from interviews interview
      join job_orders job_order on job_order.id = interview.job_order_id
      join candidates candidate on candidate.id = interview.candidate_id
      where interview.client_id = $1 and interview.state in ('scheduled', 'done')
        and interview.ends_at between now() - interval '30 days' and now()
        and (interview.contact_id = $2 or exists (select from interviews_rels there
          where there.parent_id = interview.id and there.path = 'otherContacts'
            and there.client_contacts_id = $2))
        and not exists (select from scorecards card
          where card.interview_id = interview.id and card.contact_id = $2)
      order by interview.ends_at desc limit 20`,
    values: [actor.clientId, actor.contactId],
  })
}
