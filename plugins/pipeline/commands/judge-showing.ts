import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { refusalByBlock } from '#plugins/crm'
import { canBePutForward, idOf } from '#plugins/crm/domain'
import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { dayIn, refuseState, type Failure, type Result } from '#plugins/kernel/domain'
import { asksRepresentation, isSameRole } from '../domain/submission-rules'
import { submissionRulesFor } from '../queries/submission-rules-for'

type Given = {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  submission: { id: string; candidate: string | { id: string } }
}

type Refusal = Result<never, Failure> | null

/**
 * Why a candidate may not be shown to the client of an order: blocked, sent for the same role by
 * another order within the period, or without the right to represent. The order is locked by the
 * caller; two orders that show one candidate to one client at the same time wait for each other.
 */
export const judgeShowing = async ({ req, order, submission }: Given): Promise<Refusal> => {
  const candidateId = idOf(submission.candidate)
  const clientId = idOf(order.client)
  await lockShowing({ req, clientId, candidateIds: [candidateId] })
  const candidate = await req.payload.findByID({
    collection: 'candidates',
    id: candidateId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  if (!canBePutForward(candidate.state))
    return refuseState({
      code: 'candidate-blocked',
      message: 'This candidate must not be put forward.',
    })
  const rules = await submissionRulesFor({ req, clientId })
  return (
    (await refusalByBlock({ req, candidateId, clientId })) ??
    (await refusalBySameRole({ req, order, candidateId, days: rules.sameRoleDays })) ??
    (asksRepresentation({ wish: order.representation, rules })
      ? await refusalByRepresentation({ req, submissionId: submission.id })
      : null)
  )
}

/** One at a time, in one order, whoever shows these candidates to this client. */
export const lockShowing = async ({
  req,
  clientId,
  candidateIds,
}: {
  req: PayloadRequest
  clientId: string
  candidateIds: readonly string[]
}): Promise<void> => {
  for (const id of [...new Set(candidateIds)].sort())
    await sqlOf(req).run({
      text: `select pg_advisory_xact_lock(hashtextextended('showing:' || $1 || $2, 0))`,
      values: [clientId, id],
    })
}

const refusalBySameRole = async ({
  req,
  order,
  candidateId,
  days,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  candidateId: string
  days: number
}): Promise<Refusal> => {
  if (days === 0) return null
  const sent = await sqlOf(req).rows({
    schema: z.object({
      title: z.string(),
      ref: z.string().nullable(),
      sent_at: instant,
      owner_name: z.string().nullable(),
    }),
    text: `select job_order.title, job_order.ref, submission.client_submitted_at as sent_at,
        owner.name as owner_name
      from submissions submission
      join job_orders job_order on job_order.id = submission.job_order_id
      left join users owner on owner.id = job_order.owner_id
      where submission.candidate_id = $1 and submission.client_id = $2
        and submission.job_order_id <> $3
        and submission.client_submitted_at > now() - make_interval(days => $4)
      order by submission.client_submitted_at desc limit 100`,
    values: [candidateId, idOf(order.client), order.id, days],
  })
  const before = sent.find(({ title }) => isSameRole(title, order.title))
  if (!before) return null
  const day = dayIn({ instant: before.sent_at, zone: 'UTC' })
  return refuseState({
    code: 'sent-before',
    message: `${before.owner_name ?? 'A colleague'} sent this candidate to this client for the same role on ${day} (${before.ref ?? before.title}). Agree with them first; within ${days} days nobody is sent twice.`,
  })
}

const refusalByRepresentation = async ({
  req,
  submissionId,
}: {
  req: PayloadRequest
  submissionId: string
}): Promise<Refusal> => {
  const row = await sqlOf(req).first({
    schema: z.object({ held: wholeNumber, asked: wholeNumber }),
    text: `select
        count(*) filter (where state = 'given'
          and valid_on::date >= (now() at time zone 'UTC')::date) as held,
        count(*) filter (where state = 'asked' and expires_at > now()) as asked
      from representations where submission_id = $1`,
    values: [submissionId],
  })
  if (row && row.held > 0) return null
  return refuseState({
    code: 'no-right-to-represent',
    message:
      row && row.asked > 0
        ? 'This candidate was asked for the right to represent them and has not answered yet. Call them, or note their answer.'
        : 'This candidate has not given the right to represent them to this client. Ask for it first.',
  })
}
