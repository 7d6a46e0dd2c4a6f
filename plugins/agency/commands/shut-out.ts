import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'

/**
 * Closes an account: it is disabled, its sessions are gone and so is the link to a new password.
 * Part of the caller's transaction.
 */
export const shutOut = async ({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<void> => {
  await req.payload.update({
    collection: 'users',
    id: userId,
    data: { isDisabled: true },
    req,
    overrideAccess: true,
    depth: 0,
  })
  const sql = sqlOf(req)
  await sql.run({ text: 'delete from users_sessions where _parent_id = $1', values: [userId] })
  await sql.run({
    text: 'update users set reset_password_token = null where id = $1',
    values: [userId],
  })
}
