import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'

const sources: Readonly<Record<string, string>> = {
  'job-order': `select owner_id, id::text as order_id, client_id::text as client_id
    from job_orders where id = $1`,
  'order-request': `select coalesce(r.owner_id, c.owner_id) as owner_id, r.job_order_id::text as order_id, c.id::text as client_id
    from order_requests r left join client_corporations c on c.id = r.client_id where r.id = $1`,
  representation: ofOrder('representations'),
  shortlist: ofOrder('shortlists'),
  interview: ofOrder('interviews'),
  offer: ofOrder('offers'),
}

function ofOrder(table: string): string {
  return `select o.owner_id, o.id::text as order_id, o.client_id::text as client_id
    from ${table} t join job_orders o on o.id = t.job_order_id where t.id = $1`
}

/** Who looks after a record's clocks, and in whose stories they are told; null when it is gone. */
export const placeOfClock = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<{ ownerId: string | null; orderId: string | null; clientId: string | null } | null> => {
  const source = sources[subject.kind]
  if (!source) return null
  const row = await sqlOf(req).first({
    schema: z.object({
      owner_id: z.string().nullable(),
      order_id: z.string().nullable(),
      client_id: z.string().nullable(),
    }),
    text: source,
    values: [subject.id],
  })
  return row && { ownerId: row.owner_id, orderId: row.order_id, clientId: row.client_id }
}
