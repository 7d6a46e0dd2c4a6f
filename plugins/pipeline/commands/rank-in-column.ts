import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { rankBetween } from '../domain/rank'

/**
 * The rank of a card in a column: before the named card, or last. The order is locked by the caller,
 * so nobody else ranks there.
 */
export const rankInColumn = async ({
  req,
  orderId,
  stageId,
  submissionId,
  beforeId,
}: {
  req: PayloadRequest
  orderId: string
  stageId: string | null
  submissionId: string | null
  beforeId: string | null
}): Promise<string> => {
  const sql = sqlOf(req)
  const rankRow = z.object({ rank: z.string() })
  const column = `job_order_id = $1 and stage_id is not distinct from $2::uuid
    and id is distinct from $3::uuid and rank is not null`
  const before = beforeId
    ? await sql.first({
        schema: rankRow,
        text: `select rank from submissions where ${column} and id::text = $4`,
        values: [orderId, stageId, submissionId, beforeId],
      })
    : null
  const after = await sql.first({
    schema: rankRow,
    text: `select rank from submissions where ${column}
      and ($4::text is null or rank collate "C" < $4) order by rank collate "C" desc limit 1`,
    values: [orderId, stageId, submissionId, before?.rank ?? null],
  })
  return rankBetween({ after: after?.rank ?? null, before: before?.rank ?? null })
}
