import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'

const merge = z.object({
  id: z.string(),
  ref: z.string(),
  mergedBy: z.string(),
  mergedAt: instant,
  undoUntil: instant,
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  canUndo: z.boolean(),
})

export type MergeOfCandidate = z.output<typeof merge>

/** What was merged into a candidate, newest first, and what of it can still be undone. */
export const mergesOf = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<MergeOfCandidate[]> => {
  const actor = actorOf(req)
  if (!can({ actor, permission: 'candidates.read' })) return []
  const merges = await sqlOf(req).rows({
    schema: merge,
    text: `select id::text, merged_ref as ref, merged_by_name as "mergedBy", created_at as "mergedAt",
        undo_until as "undoUntil", undone_at as "undoneAt", undone_by_name as "undoneBy",
        undone_at is null and undo_until >= now() as "canUndo"
      from candidate_merges where kept_id = $1 order by created_at desc, id desc limit 50`,
    values: [candidateId],
  })
  const mayUndo = can({ actor, permission: 'candidates.write' })
  return merges.map((one) => ({ ...one, canUndo: one.canUndo && mayUndo }))
}

/** The records that were merged into one; events and erasure are of all of them. */
export const mergedInto = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<string[]> =>
  (
    await sqlOf(req).rows({
      schema: z.object({ id: z.string() }),
      text: 'select id::text from candidates where merged_into_id = $1 order by id',
      values: [id],
    })
  ).map((row) => row.id)
