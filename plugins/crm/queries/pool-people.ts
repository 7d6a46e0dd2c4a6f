import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'

const member = z.object({
  id: z.string(),
  name: z.string(),
  ref: z.string().nullable(),
  headline: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string(),
  cameBy: z.enum(['hand', 'search']),
  addedBy: z.string(),
  addedAt: instant.nullable(),
})

export type PoolMember = z.output<typeof member>

const perPage = 50

/** Who is in a pool that the reader has been shown, newest first. */
export const poolPeople = async ({
  req,
  poolId,
  page,
}: {
  req: PayloadRequest
  poolId: string
  page: number
}): Promise<{ members: PoolMember[]; count: number; hasMore: boolean }> => {
  if (!can({ actor: actorOf(req), permission: 'candidates.read' }))
    return { members: [], count: 0, hasMore: false }
  const sql = sqlOf(req)
  const rows = await sql.rows({
    schema: member,
    text: `select c.id::text, coalesce(c.name, '') as name, c.ref, c.headline, c.city, c.state,
        m.came_by::text as "cameBy", m.added_by_name as "addedBy", m.added_at as "addedAt"
      from pool_members inside
        join pool_memberships m on m.pool_id = inside.pool_id and m.candidate_id = inside.candidate_id
        join candidates c on c.id = inside.candidate_id
      where inside.pool_id = $1
      order by m.added_at desc nulls last, c.id limit ${perPage + 1} offset $2`,
    values: [poolId, (page - 1) * perPage],
  })
  const counted = await sql.first({
    schema: z.object({ count: wholeNumber }),
    text: 'select count(*) from pool_members where pool_id = $1',
    values: [poolId],
  })
  return {
    members: rows.slice(0, perPage),
    count: counted?.count ?? 0,
    hasMore: rows.length > perPage,
  }
}
