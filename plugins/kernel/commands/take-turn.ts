import type { PayloadRequest } from 'payload'

import { sqlOf } from '../database/sql'

/**
 * Whoever takes a turn of this name waits until the one before has ended its transaction, and then sees
 * what that one wrote: for what no single row could be locked for. Two different names could share a
 * turn by chance, which costs a wait and no more.
 *
 * @param name of what is done one after the other: `series:<company>:<year>`
 */
export const takeTurn = async ({
  req,
  name,
}: {
  req: PayloadRequest
  name: string
}): Promise<void> => {
  await sqlOf(req).run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [name],
  })
}
