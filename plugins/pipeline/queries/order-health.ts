import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, stateFrom } from '#plugins/kernel/domain'
import { jobOrderWorkflow } from '../domain/job-order-workflow'
import {
  coveredBy,
  isCovered,
  nextActionOf,
  type HealthFacts,
  type NextAction,
} from '../domain/order-health'

export type OrderHealth = {
  daysOpen: number
  /** Null while nobody works on it. */
  daysActive: number | null
  counts: Pick<
    HealthFacts,
    'freeOpenings' | 'unsent' | 'withClient' | 'interviewing' | 'offered' | 'sent'
  > & { openings: number }
  coverage: { isCovered: boolean; needed: number }
  /** When the client’s next answer is due, and whether that has passed. */
  feedback: { dueAt: string | null; isLate: boolean } | null
  next: NextAction | null
}

/** How old an order is, whether it is covered, what is awaited and what comes next; null when it may not be seen. */
export const orderHealth = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<OrderHealth | null> => {
  const actor = actorOf(req)
  if (!can({ actor, permission: 'orders.read' }) || !can({ actor, permission: 'pipeline.read' }))
    return null
  const row = await sqlOf(req).first({
    schema: healthRow,
    text: healthText,
    values: [jobOrderId],
  })
  const state = row && stateFrom({ workflow: jobOrderWorkflow, value: row.state })
  if (!row || !state) return null
  const facts: HealthFacts = {
    state,
    openGates: row.open_gates,
    freeOpenings: row.openings === 0 ? row.openings_count : row.free,
    unsent: row.unsent,
    withClient: row.with_client,
    interviewing: row.interviewing,
    offered: row.offered,
    lateAnswers: row.late,
    awaitedAnswers: row.awaited,
    sent: row.sent,
  }
  return {
    daysOpen: row.days_open,
    daysActive: row.days_active,
    counts: {
      openings: row.openings === 0 ? row.openings_count : row.openings,
      freeOpenings: facts.freeOpenings,
      unsent: facts.unsent,
      withClient: facts.withClient,
      interviewing: facts.interviewing,
      offered: facts.offered,
      sent: facts.sent,
    },
    coverage: { isCovered: isCovered(facts), needed: coveredBy },
    feedback:
      facts.awaitedAnswers + facts.lateAnswers > 0
        ? { dueAt: row.next_due, isLate: facts.lateAnswers > 0 }
        : null,
    next: nextActionOf(facts),
  }
}

const healthRow = z.object({
  state: z.string(),
  openings_count: wholeNumber,
  days_open: wholeNumber,
  days_active: wholeNumber.nullable(),
  openings: wholeNumber,
  free: wholeNumber,
  unsent: wholeNumber,
  with_client: wholeNumber,
  interviewing: wholeNumber,
  offered: wholeNumber,
  sent: wholeNumber,
  late: wholeNumber,
  awaited: wholeNumber,
  next_due: instant.nullable(),
  open_gates: wholeNumber.nullable(),
})

const healthText = `select o.state, o.openings_count,
    extract(day from coalesce(o.closed_at, now()) - coalesce(o.received_at, o.created_at))::int as days_open,
    extract(day from coalesce(o.closed_at, now()) - o.activated_at)::int as days_active,
    opening.openings, opening.free, submission.unsent, submission.with_client, submission.interviewing,
    submission.offered, submission.sent, clock.late, clock.awaited, clock.next_due,
    (select count(*) filter (where not (gate->>'isPassed')::boolean)
      from (select gates from qualifications where job_order_id = o.id
        order by created_at desc, id desc limit 1) last, jsonb_array_elements(last.gates) gate
      having count(*) > 0) as open_gates
  from job_orders o
  cross join lateral (select count(*) filter (where state <> 'cancelled') as openings,
    count(*) filter (where state in ('open', 'reserved')) as free
    from openings where job_order_id = o.id) opening
  cross join lateral (select
    count(*) filter (where state in ('new', 'screening', 'internal_review')) as unsent,
    count(*) filter (where state = 'client_review') as with_client,
    count(*) filter (where state = 'interview') as interviewing,
    count(*) filter (where state = 'offer') as offered,
    count(*) filter (where client_submitted_at is not null) as sent
    from submissions where job_order_id = o.id) submission
  cross join lateral (select count(*) filter (where overdue_at is not null) as late,
    count(*) filter (where overdue_at is null) as awaited, min(due_at) as next_due
    from clocks where order_id = o.id::text and kind = 'shortlist-decision'
      and state in ('running', 'paused')) clock
  where o.id = $1 and o.deleted_at is null`
