import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { statesOf } from '#plugins/kernel/domain'
import { clientInReach } from '../access/whose'
import { employmentTypes } from '../domain/employment-type'
import { jobOrderWorkflow } from '../domain/job-order-workflow'

const row = z
  .object({
    id: z.string(),
    ref: z.string().nullable(),
    title: z.string(),
    state: z.enum(statesOf(jobOrderWorkflow)),
    employment_type: z.enum(employmentTypes),
    starts_on: z.string().nullable(),
    received_at: instant.nullable(),
    place: z.string().nullable(),
    wanted: wholeNumber,
    filled: wholeNumber,
    in_progress: wholeNumber,
    with_client: wholeNumber,
    interviews: wholeNumber,
    offers: wholeNumber,
    messages: wholeNumber,
    unread: wholeNumber,
    owner_name: z.string().nullable(),
    owner_email: z.string().nullable(),
    owner_phone: z.string().nullable(),
  })
  .transform((found) => ({
    jobOrderId: found.id,
    ref: found.ref ?? '',
    title: found.title,
    state: found.state,
    stateLabel: jobOrderWorkflow.states[found.state].label,
    employmentType: found.employment_type,
    startsOn: found.starts_on,
    receivedAt: found.received_at,
    place: found.place || null,
    openings: { wanted: found.wanted, filled: found.filled },
    /** How many candidates are where; who they are, only a shortlist says. */
    candidates: {
      inProgress: found.in_progress,
      withYou: found.with_client,
      interview: found.interviews,
      offer: found.offers,
    },
    messages: { count: found.messages, unread: found.unread },
    recruiter:
      found.owner_name && found.owner_email
        ? { name: found.owner_name, email: found.owner_email, phone: found.owner_phone }
        : null,
  }))

export type ClientOrder = z.output<typeof row>

/** A client's orders, open ones first: how far each is, without rates, fees or names. */
export const ordersOfClient = async ({
  req,
  clientId,
}: {
  req: PayloadRequest
  clientId?: string
}): Promise<ClientOrder[]> => {
  const reached = clientInReach({ req, clientId, permission: 'orders.read' })
  if (!reached) return []
  return await sqlOf(req).rows({
    schema: row,
    text: `select job_order.id, job_order.ref, job_order.title, job_order.state,
        job_order.employment_type::text as employment_type, job_order.starts_on,
        job_order.received_at, concat_ws(', ', location.name, location.city) as place,
        coalesce(nullif(openings.wanted, 0), job_order.openings_count) as wanted, openings.filled,
        people.in_progress, people.with_client, people.interviews, people.offers,
        threads.messages, threads.unread,
        owner.name as owner_name, owner.email as owner_email, owner.phone as owner_phone
      from job_orders job_order
      left join work_locations location on location.id = job_order.work_location_id
      left join users owner on owner.id = job_order.owner_id
      cross join lateral (
        select count(*) filter (where state <> 'cancelled') as wanted,
          count(*) filter (where state = 'filled') as filled
        from openings where job_order_id = job_order.id
      ) openings
      cross join lateral (
        select count(*) filter (where state in ('new', 'screening', 'internal_review'))
            as in_progress,
          count(*) filter (where state = 'client_review') as with_client,
          count(*) filter (where state = 'interview') as interviews,
          count(*) filter (where state = 'offer') as offers
        from submissions where job_order_id = job_order.id
      ) people
      cross join lateral (
        select count(*) as messages,
          count(*) filter (where written_by = 'agency' and read_at is null) as unread
        from client_messages where job_order_id = job_order.id
      ) threads
      where job_order.client_id = $1 and job_order.deleted_at is null
      order by job_order.closed_at is not null, job_order.created_at desc limit 200`,
    values: [reached],
  })
}
