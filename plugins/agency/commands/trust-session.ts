import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'

/**
 * Notes that a session has proven the second factor; of older ones only those that still live are
 * kept. With `isOnly` no other session stays trusted. Part of the caller's transaction.
 */
export const trustSession = async ({
  req,
  userId,
  sessionId,
  isOnly = false,
}: {
  req: PayloadRequest
  userId: string
  sessionId: string
  isOnly?: boolean
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update users set proven_sessions = (
        select coalesce(jsonb_agg(s.id), '[]') from users_sessions s
        where s._parent_id = users.id
          and (s.id = $2 or (not $3 and users.proven_sessions ? s.id)))
      where id = $1`,
    values: [userId, sessionId, isOnly],
  })
}
