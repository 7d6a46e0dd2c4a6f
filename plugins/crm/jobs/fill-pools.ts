import { z } from 'zod'

import { defineJob, insertInBulk, publish, wholeNumber, type Attempt } from '#plugins/kernel'
import { poolSearch } from '../domain/pool-search'
import { matchingCandidates } from '../queries/find-candidates'

const perStep = 500
/** A search that finds more is too broad for a pool: it holds the newest of them. */
const mostBySearch = 5_000

/**
 * Brings whoever newly matches the search of a pool into it, once: who was taken out stays out. The
 * owner is told of those who came after the pool was first filled.
 */
export const fillPoolsJob = defineJob({
  name: 'fill-pools',
  input: z.object({}).loose(),
  leaseSeconds: 900,
  retryLimit: 2,
  retryDelaySeconds: 60,
  cron: '*/10 * * * *',
  run: async ({ attempt }) => {
    const pools = await attempt.transaction(
      async ({ sql }) =>
        await sql.rows({
          schema: z.object({ id: z.string() }),
          text: `select id::text from talent_pools where search is not null order by checked_at nulls first, id`,
        }),
    )
    for (const { id } of pools) await fillPool({ attempt, poolId: id })
  },
})

const fillPool = async ({
  attempt,
  poolId,
}: {
  attempt: Attempt
  poolId: string
}): Promise<void> => {
  let found = 0
  for (;;) {
    const step = await attempt.transaction(async ({ req, sql }) => {
      const pool = await sql.first({
        schema: z.object({
          search: z.string().nullable(),
          isFirst: z.boolean(),
          members: wholeNumber,
        }),
        text: `select search, checked_at is null as "isFirst", (select count(*) from pool_memberships m
            where m.pool_id = p.id and m.came_by = 'search') as members
          from talent_pools p where id = $1 for update`,
        values: [poolId],
      })
      const search = pool?.search ? poolSearch(pool.search) : null
      if (!pool || !search) return 0
      const ids = await matchingCandidates({
        sql,
        query: search.query,
        filter: search.filter,
        but: (bind) => `pool_allows(s.candidate_id) and not exists (select from pool_memberships m
          where m.candidate_id = s.candidate_id and m.pool_id = ${bind(poolId)}::uuid)`,
        most: Math.max(0, Math.min(perStep, mostBySearch - pool.members)),
      })
      const added = await insertInBulk({
        req,
        kind: {
          collection: 'pool-memberships',
          subject: 'pool-membership',
          about: { person: { kind: 'candidate', column: 'candidate_id' } },
        },
        teller: { actorKind: 'system', actorId: 'fill-pools', requestId: crypto.randomUUID() },
        rows: ids.map((candidateId, no) => ({
          no,
          ref: null,
          row: {
            pool_id: poolId,
            candidate_id: candidateId,
            came_by: 'search',
            added_by_name: 'The search',
            added_at: new Date().toISOString(),
          },
          texts: {},
        })),
      })
      found += added.size
      if (ids.length === perStep) return ids.length
      if (found > 0 && !pool.isFirst)
        await publish({
          req,
          event: {
            name: 'talent-pool.matched',
            subject: { kind: 'talent-pool', id: poolId },
            changes: { found: [null, found] },
          },
        })
      await sql.run({
        text: 'update talent_pools set checked_at = now() where id = $1',
        values: [poolId],
      })
      return 0
    })
    if (step === 0) return
  }
}
