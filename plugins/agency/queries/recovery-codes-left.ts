import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { ownAccount } from './own-account'

/** How many recovery codes somebody has left; only for themselves. */
export const recoveryCodesLeft = async ({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<number> => {
  if (ownAccount(req)?.id !== userId) return 0
  const row = await sqlOf(req).first({
    schema: z.object({ codes: wholeNumber }),
    text: 'select cardinality(recovery_hashes) as codes from staff_second_factors where user_id = $1',
    values: [userId],
  })
  return row?.codes ?? 0
}
