import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, wholeNumber } from '#plugins/kernel'
import { ok, type Result } from '#plugins/kernel/domain'
import { interviewWorkflow, type InterviewState } from '#plugins/pipeline/domain'
import { refusalOf } from './reader'
import { reportsSql } from './reports-sql'

const upcomingRow = z
  .object({
    id: z.string(),
    starts_at: instant,
    state: z.enum(['proposed', 'scheduled']),
    candidate: z.string(),
    order_title: z.string(),
    client: z.string(),
    total: wholeNumber,
    scheduled: wholeNumber,
  })
  .transform((row) => ({
    id: row.id,
    startsAt: row.starts_at,
    label: interviewWorkflow.states[row.state].label,
    tone: interviewWorkflow.states[row.state].tone,
    candidate: row.candidate,
    orderTitle: row.order_title,
    client: row.client,
    total: row.total,
    scheduled: row.scheduled,
  }))

export type UpcomingInterviews = {
  total: number
  scheduled: number
  next: readonly Omit<z.output<typeof upcomingRow>, 'total' | 'scheduled'>[]
}

export const upcomingStates: readonly InterviewState[] = ['proposed', 'scheduled']

/** Interviews that are still to come, proposed or agreed; the next six by name. */
export const upcomingInterviews = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<Result<UpcomingInterviews>> => {
  const refusal = refusalOf({ req })
  if (refusal) return refusal
  const rows = await reportsSql(req).rows({
    schema: upcomingRow,
    text: `select i.id, i.starts_at, i.state, c.first_name || ' ' || c.last_name as candidate,
        o.title as order_title, k.name as client, count(*) over () as total,
        count(*) filter (where i.state = $2) over () as scheduled
      from interviews i
      join submissions s on s.id = i.submission_id
      join candidates c on c.id = s.candidate_id
      join job_orders o on o.id = s.job_order_id
      join client_corporations k on k.id = o.client_id
      where i.state = any($1) and i.starts_at >= now()
      order by i.starts_at, i.id limit 6`,
    values: [upcomingStates, 'scheduled' satisfies InterviewState],
  })
  return ok({
    total: rows[0]?.total ?? 0,
    scheduled: rows[0]?.scheduled ?? 0,
    next: rows,
  })
}
