import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'
import { recoveryCodeBytes, recoveryCodeCount, recoveryCodeFrom } from '../domain/recovery-codes'
import { recoveryHash } from './check-code'

/** Makes new recovery codes, which end those before; only hashes stay. Part of the caller's transaction. */
export const keepRecoveryCodes = async ({
  req,
  userId,
}: {
  req: PayloadRequest
  userId: string
}): Promise<string[]> => {
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    recoveryCodeFrom(randomBytes(recoveryCodeBytes)),
  )
  await sqlOf(req).run({
    text: 'update staff_second_factors set recovery_hashes = $2 where user_id = $1',
    values: [
      userId,
      codes.map((code) => recoveryHash({ req, userId, code: code.replace('-', '') })),
    ],
  })
  return codes
}
