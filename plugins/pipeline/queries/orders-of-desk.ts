import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, ok, refuseRight, statesOf, type Result } from '#plugins/kernel/domain'
import { isWorkedOn, jobOrderWorkflow } from '../domain/job-order-workflow'

export type DeskOrder = { id: string; freeOpenings: number; openings: number; daysOpen: number }

const freeStates = ['open', 'reserved']

/** The orders of a colleague, or of a client, that are worked on now, the longest open first. */
export const ordersOfDesk = async ({
  req,
  by,
}: {
  req: PayloadRequest
  by: { ownerId: string } | { clientId: string }
}): Promise<Result<readonly DeskOrder[]>> => {
  if (!can({ actor: actorOf(req), permission: 'orders.read' })) return refuseRight()
  const rows = await sqlOf(req).rows({
    schema: z
      .object({ id: z.string(), free: wholeNumber, all: wholeNumber, days: wholeNumber })
      .transform((row) => ({
        id: row.id,
        freeOpenings: row.free,
        openings: row.all,
        daysOpen: row.days,
      })),
    text: `select o.id, count(p.id) filter (where p.state = any($3)) as free,
        count(p.id) filter (where p.state <> 'cancelled') as all,
        extract(day from now() - coalesce(o.received_at, o.created_at))::int as days
      from job_orders o left join openings p on p.job_order_id = o.id
      where o.deleted_at is null and o.${'ownerId' in by ? 'owner_id' : 'client_id'} = $1
        and o.state = any($2)
      group by o.id order by coalesce(o.received_at, o.created_at), o.id limit 25`,
    values: [
      'ownerId' in by ? by.ownerId : by.clientId,
      statesOf(jobOrderWorkflow).filter(isWorkedOn),
      freeStates,
    ],
  })
  return ok(rows)
}
