import { z } from 'zod'

import { defineJob, insertInBulk, publish, wholeNumber, type Attempt } from '#plugins/kernel'
import { matchingCandidates } from '../queries/find-candidates'
import { poolSearch } from '../queries/pool-search'

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
          text: `select id::text from talent_pools where saved_search_id is not null order by checked_at nulls first, id`,
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
          search: z.string(),
          owner: z.string().nullable(),
          isFirst: z.boolean(),
          members: wholeNumber,
        }),
        text: `select s.search, p.owner_id::text as owner, p.checked_at is null as "isFirst",
            (select count(*) from pool_memberships m
              where m.pool_id = p.id and m.came_by = 'search') as members
          from talent_pools p join saved_searches s on s.id = p.saved_search_id
          where p.id = $1 for update of p`,
        values: [poolId],
      })
      if (!pool) return 0
      const meant = await poolSearch({ req, search: pool.search, ownerId: pool.owner })
      // What is wrong with it stands with the members of the pool.
      if (!meant.ok) return 0
      const { search } = meant
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
