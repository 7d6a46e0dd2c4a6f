import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/**
 * The contact who is asked to approve a placement's hours; null when there is none of its client who
 * can be written to. For commands that have judged the actor.
 */
export const reachableApproverOf = async ({
  req,
  placementId,
}: {
  req: PayloadRequest
  placementId: string
}): Promise<string | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select k.id from placements p
      join client_contacts k on k.id = p.approver_id and k.client_id = p.client_id
      where p.id = $1 and k.deleted_at is null and coalesce(trim(k.email), '') <> ''`,
    values: [placementId],
  })
  return row?.id ?? null
}
