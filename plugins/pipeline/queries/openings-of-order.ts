import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'

const row = z
  .object({
    id: z.string(),
    number: wholeNumber,
    state: z.string(),
    submission_id: z.string().nullable(),
    candidate: z.string().nullable(),
    reserved_at: instant.nullable(),
    filled_at: instant.nullable(),
    closed_at: instant.nullable(),
    close_reason: z.string().nullable(),
    release_reason: z.string().nullable(),
  })
  .transform((seat) => ({
    id: seat.id,
    number: seat.number,
    state: seat.state,
    submissionId: seat.submission_id,
    /** For whom it is reserved, or who has filled it. */
    candidate: seat.candidate,
    since: seat.filled_at ?? seat.closed_at ?? seat.reserved_at,
    reason: seat.close_reason ?? seat.release_reason,
  }))

export type ShownOpening = z.output<typeof row>

/** The seats of an order, at most five hundred, with whom each is for; null when they may not be seen. */
export const openingsOfOrder = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<readonly ShownOpening[] | null> => {
  const actor = actorOf(req)
  if (!can({ actor, permission: 'orders.read' })) return null
  const mayNames = can({ actor, permission: 'pipeline.read' })
  const sql = sqlOf(req)
  const order = await sql.first({
    schema: z.object({ id: z.string() }),
    text: 'select id from job_orders where id = $1',
    values: [jobOrderId],
  })
  if (!order) return null
  return await sql.rows({
    schema: row,
    text: `select seat.id, seat.number, seat.state, seat.submission_id,
        case when $2 then candidate.first_name || ' ' || candidate.last_name end as candidate,
        seat.reserved_at, seat.filled_at, seat.closed_at, seat.close_reason, seat.release_reason
      from openings seat
      left join submissions submission on submission.id = seat.submission_id
      left join candidates candidate on candidate.id = submission.candidate_id
      where seat.job_order_id = $1 order by seat.number limit 500`,
    values: [jobOrderId, mayNames],
  })
}
