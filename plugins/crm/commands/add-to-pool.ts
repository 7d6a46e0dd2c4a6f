import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, defineCommand, sqlOf } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { poolMembers, poolMembersExample } from '../domain/pool-input'
import { lockPool } from './lock-pool'
import { nameOf } from './place-legal-hold'

const whyNot = {
  'already-in': 'Is in it already.',
  'not-there': 'Blocked, or no longer in the records.',
  'said-no': 'Took back the consent to be kept in the talent pool.',
} as const

type Reason = keyof typeof whyNot

type Outcome = { candidateId: string; name: string; isDone: boolean; why: string | null }

export const addToPool = defineCommand({
  name: 'add-to-pool',
  summary: 'Put candidates into a talent pool; each who stays out is named with the reason',
  input: poolMembers.extend({ isPreview: z.boolean().default(false) }),
  example: poolMembersExample,
  allow: { staff: 'candidates.write' },
  run: async ({ input: { poolId, candidateIds, isPreview }, ctx: { req, actor } }) => {
    const pool = await lockPool({ req, poolId })
    if (!pool.ok) return pool
    const items: Outcome[] = []
    const taken = new Set<string>()
    for (const given of [...new Set(candidateIds)].sort()) {
      const standing = await standingOf({ req, poolId, candidateId: given })
      const reason =
        standing.reason ??
        (standing.isIn || taken.has(standing.candidateId) ? ('already-in' as const) : null)
      items.push({
        candidateId: given,
        name: standing.name,
        isDone: reason === null,
        why: reason === null ? null : whyNot[reason],
      })
      if (reason !== null) continue
      taken.add(standing.candidateId)
      if (!isPreview) await putIn({ req, poolId, standing, addedByName: nameOf(actor) })
    }
    const done = items.filter(({ isDone }) => isDone).length
    return ok({ isPreview, done, skipped: items.length - done, items })
  },
})

const putIn = async ({
  req,
  poolId,
  standing: { candidateId, rowId },
  addedByName,
}: {
  req: PayloadRequest
  poolId: string
  standing: Standing
  addedByName: string
}): Promise<void> => {
  const data = {
    cameBy: 'hand' as const,
    addedByName,
    addedAt: await databaseNow(req),
    removedAt: null,
  }
  // The command has judged the actor; only the system writes memberships.
  if (rowId)
    await req.payload.update({
      collection: 'pool-memberships',
      id: rowId,
      depth: 0,
      data,
      req,
      overrideAccess: true,
    })
  else
    await req.payload.create({
      collection: 'pool-memberships',
      depth: 0,
      data: { ...data, pool: poolId, candidate: candidateId },
      req,
      overrideAccess: true,
    })
}

type Standing = {
  /** The kept record of somebody who was merged. */
  candidateId: string
  name: string
  rowId: string | null
  isIn: boolean
  reason: Reason | null
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
      name: z.string(),
      row: z.string().nullable(),
      isIn: z.boolean(),
      isOpen: z.boolean(),
      saidNo: z.boolean(),
    }),
    text: `select c.id::text, coalesce(given.name, '') as name, m.id::text as row,
        m.id is not null and m.removed_at is null as "isIn",
        c.deleted_at is null and c.state not in ('merged', 'anonymised', 'do_not_use') as "isOpen",
        not pool_allows(c.id) as "saidNo"
      from candidates given
        join candidates c on c.id = coalesce(given.merged_into_id, given.id)
        left join pool_memberships m on m.candidate_id = c.id and m.pool_id = $1
      where given.id = $2`,
    values: [poolId, candidateId],
  })
  if (!row?.isOpen)
    return {
      candidateId,
      name: row?.name || 'Unknown',
      rowId: null,
      isIn: false,
      reason: 'not-there',
    }
  return {
    candidateId: row.id,
    name: row.name,
    rowId: row.row,
    isIn: row.isIn,
    reason: row.saidNo ? 'said-no' : null,
  }
}
