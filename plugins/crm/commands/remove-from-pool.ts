import { databaseNow, defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { poolMembers, poolMembersExample } from '../domain/pool-input'
import { lockPool } from './lock-pool'

export const removeFromPool = defineCommand({
  name: 'remove-from-pool',
  summary: 'Take candidates out of a talent pool; its search does not bring them back',
  input: poolMembers,
  example: poolMembersExample,
  allow: { staff: 'candidates.write' },
  run: async ({ input: { poolId, candidateIds }, ctx: { req } }) => {
    const pool = await lockPool({ req, poolId })
    if (!pool.ok) return pool
    const { docs } = await req.payload.find({
      collection: 'pool-memberships',
      where: {
        pool: { equals: poolId },
        candidate: { in: candidateIds },
        removedAt: { exists: false },
      },
      pagination: false,
      depth: 0,
      req,
      overrideAccess: true,
    })
    for (const { id } of docs)
      await req.payload.update({
        collection: 'pool-memberships',
        id,
        data: { removedAt: await databaseNow(req) },
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ removed: docs.length })
  },
})
