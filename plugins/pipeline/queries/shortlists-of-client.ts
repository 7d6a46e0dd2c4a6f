import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { statesOf } from '#plugins/kernel/domain'
import { clientInReach } from '../access/whose'
import { shortlistWorkflow } from '../domain/shortlist-workflow'

const row = z
  .object({
    id: z.string(),
    state: z.enum(statesOf(shortlistWorkflow)),
    sent_at: instant,
    due_on: z.string().nullable(),
    title: z.string(),
    ref: z.string().nullable(),
    contact_name: z.string(),
    candidates: wholeNumber,
    waiting: wholeNumber,
  })
  .transform((found) => ({
    shortlistId: found.id,
    state: found.state,
    stateLabel: shortlistWorkflow.states[found.state].label,
    sentAt: found.sent_at,
    dueOn: found.due_on,
    jobTitle: found.title,
    orderRef: found.ref ?? '',
    contactName: found.contact_name,
    candidateCount: found.candidates,
    /** Candidates without a yes or no yet. */
    waitingCount: found.waiting,
  }))

export type ClientShortlistRow = z.output<typeof row>

/** The shortlists that were sent to a client, newest first. */
export const shortlistsOfClient = async ({
  req,
  clientId,
}: {
  req: PayloadRequest
  clientId?: string
}): Promise<ClientShortlistRow[]> => {
  const reached = clientInReach({ req, clientId, permission: 'pipeline.read' })
  if (!reached) return []
  return await sqlOf(req).rows({
    schema: row,
    text: `select shortlist.id, shortlist.state, shortlist.sent_at, shortlist.due_on,
        job_order.title, job_order.ref,
        contact.first_name || ' ' || contact.last_name as contact_name,
        count(item.id) as candidates,
        count(item.id) filter (where item.decision in ('pending', 'question', 'maybe')) as waiting
      from shortlists shortlist
      join job_orders job_order on job_order.id = shortlist.job_order_id
      join client_contacts contact on contact.id = shortlist.contact_id
      left join shortlist_items item on item.shortlist_id = shortlist.id
      where shortlist.client_id = $1 and shortlist.sent_at is not null
      group by shortlist.id, job_order.id, contact.id
      order by shortlist.sent_at desc limit 200`,
    values: [reached],
  })
}
