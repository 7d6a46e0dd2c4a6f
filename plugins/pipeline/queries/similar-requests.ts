import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { isLikeRequest } from '../domain/request-likeness'

export type SimilarRequest = {
  id: string
  ref: string
  company: string
  jobTitle: string
  openingsCount: number
  startsOn: string | null
  receivedAt: string | null
}

const row = z.object({
  id: z.string(),
  ref: z.string().nullable(),
  client_id: z.string().nullable(),
  company: z.string(),
  email: z.string(),
  job_title: z.string(),
  openings_count: wholeNumber,
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  received_at: instant.nullable(),
})

const columns = `id, ref, client_id, company, email, job_title, openings_count, starts_on, ends_on,
  received_at`

/** Open requests that are likely the same wish as this one; null when it may not be seen. */
export const similarRequests = async ({
  req,
  requestId,
}: {
  req: PayloadRequest
  requestId: string
}): Promise<readonly SimilarRequest[] | null> => {
  if (!can({ actor: actorOf(req), permission: 'requests.read' })) return null
  const sql = sqlOf(req)
  const found = await sql.first({
    schema: row,
    text: `select ${columns} from order_requests where id = $1`,
    values: [requestId],
  })
  if (!found) return null
  const open = await sql.rows({
    schema: row,
    text: `select ${columns} from order_requests
      where state in ('received', 'needs_info') and id <> $1
      order by received_at desc nulls last, id desc limit 2000`,
    values: [requestId],
  })
  return open
    .filter((other) => isLikeRequest({ one: comparedOf(found), other: comparedOf(other) }))
    .slice(0, 10)
    .map((other) => ({
      id: other.id,
      ref: other.ref ?? '',
      company: other.company,
      jobTitle: other.job_title,
      openingsCount: other.openings_count,
      startsOn: other.starts_on,
      receivedAt: other.received_at,
    }))
}

const comparedOf = (found: z.output<typeof row>) => ({
  clientId: found.client_id,
  company: found.company,
  email: found.email,
  jobTitle: found.job_title,
  startsOn: found.starts_on,
  endsOn: found.ends_on,
})
