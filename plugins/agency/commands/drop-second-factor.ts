import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'

/** The account asks for no second factor any more. Part of the caller's transaction. */
export const dropSecondFactor = async ({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<void> => {
  const sql = sqlOf(req)
  await sql.run({ text: 'delete from staff_second_factors where user_id = $1', values: [userId] })
  await sql.run({
    text: `update users set second_factor_at = null, proven_sessions = '[]' where id = $1`,
    values: [userId],
  })
}
