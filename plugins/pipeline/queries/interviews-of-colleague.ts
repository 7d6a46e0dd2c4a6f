import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, type Appointment } from '#plugins/kernel'
import type { Instant } from '#plugins/kernel/domain'
import { interviewModeLabels } from '../domain/interview-plan'

/**
 * Agreed interviews that begin in a span, of the orders that a colleague looks after and of the
 * candidates they are credited with; as far as the reader may see interviews.
 */
export const interviewsOfColleague = async ({
  req,
  userId,
  from,
  until,
}: {
  req: PayloadRequest
  userId: string
  from: Instant
  until: Instant
}): Promise<Appointment[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select i.id from interviews i join job_orders o on o.id = i.job_order_id
      where i.state = 'scheduled' and i.starts_at >= $2 and i.starts_at < $3
        and (o.owner_id = $1 or exists (select from submissions_rels r
          where r.parent_id = i.submission_id and r.path = 'creditedTo' and r.users_id = $1))
      order by i.starts_at, i.id limit 100`,
    values: [userId, from, until],
  })
  if (rows.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'interviews',
    where: { id: { in: rows.map(({ id }) => id) } },
    depth: 1,
    limit: 100,
    pagination: false,
    sort: 'startsAt',
    req,
    overrideAccess: false,
    populate: {
      candidates: { name: true },
      'job-orders': { title: true },
      'client-corporations': { name: true },
      'client-contacts': { name: true },
    },
  })
  return docs.map(({ id, startsAt, endsAt, title, jobOrder, client, contact, mode, place }) => ({
    id,
    startsAt,
    endsAt,
    title: `Interview: ${title ?? 'a candidate'}`,
    facts: [
      typeof jobOrder === 'object' ? jobOrder.title : null,
      typeof client === 'object' ? client.name : null,
      typeof contact === 'object' && contact !== null ? `with ${contact.name}` : null,
      interviewModeLabels[mode],
      place ?? null,
    ].filter((fact) => typeof fact === 'string'),
    path: `/admin/collections/interviews/${id}`,
  }))
}
