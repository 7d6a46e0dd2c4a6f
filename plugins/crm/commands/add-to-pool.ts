import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, defineCommand, sqlOf } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { poolMembers, poolMembersExample } from '../domain/pool-input'
import { lockPool } from './lock-pool'
import { nameOf } from './place-legal-hold'

/** Why somebody does not come into a pool. */
type Skipped = { candidateId: string; reason: 'already-in' | 'not-there' | 'said-no' }

export const addToPool = defineCommand({
  name: 'add-to-pool',
  summary: 'Put candidates into a talent pool; who said no to it stays out',
  input: poolMembers,
  example: poolMembersExample,
  allow: { staff: 'candidates.write' },
  run: async ({ input: { poolId, candidateIds }, ctx: { req, actor } }) => {
    const pool = await lockPool({ req, poolId })
    if (!pool.ok) return pool
    const added: string[] = []
    const skipped: Skipped[] = []
    for (const given of [...new Set(candidateIds)].sort()) {
      const standing = await standingOf({ req, poolId, candidateId: given })
      if (standing.isIn || standing.reason) {
        skipped.push({ candidateId: given, reason: standing.reason ?? 'already-in' })
        continue
      }
      const data = {
        cameBy: 'hand' as const,
        addedByName: nameOf(actor),
        addedAt: await databaseNow(req),
        removedAt: null,
      }
      if (standing.rowId)
        await req.payload.update({
          collection: 'pool-memberships',
          id: standing.rowId,
          data,
          depth: 0,
          req,
          overrideAccess: true,
        })
      else
        await req.payload.create({
          collection: 'pool-memberships',
          data: { ...data, pool: poolId, candidate: standing.candidateId },
          depth: 0,
          req,
          overrideAccess: true,
        })
      added.push(standing.candidateId)
    }
    return ok({ added: added.length, skipped })
  },
})

type Standing = {
  /** The kept record of somebody who was merged. */
  candidateId: string
  rowId: string | null
  isIn: boolean
  reason: Skipped['reason'] | null
}

const standingOf = async ({
  req,
  poolId,
  candidateId,
}: {
  req: PayloadRequest
  poolId: string
  candidateId: string
}): Promise<Standing> => {
  const row = await sqlOf(req).first({
    schema: z.object({
      id: z.string(),
      row: z.string().nullable(),
      isIn: z.boolean(),
      isOpen: z.boolean(),
      saidNo: z.boolean(),
    }),
    text: `select c.id::text, m.id::text as row,
        m.id is not null and m.removed_at is null as "isIn",
        c.deleted_at is null and c.state not in ('merged', 'anonymised', 'do_not_use') as "isOpen",
        not pool_allows(c.id) as "saidNo"
      from candidates given
        join candidates c on c.id = coalesce(given.merged_into_id, given.id)
        left join pool_memberships m on m.candidate_id = c.id and m.pool_id = $1
      where given.id = $2`,
    values: [poolId, candidateId],
  })
  if (!row?.isOpen) return { candidateId, rowId: null, isIn: false, reason: 'not-there' }
  return {
    candidateId: row.id,
    rowId: row.row,
    isIn: row.isIn,
    reason: row.saidNo ? 'said-no' : null,
  }
}
