import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { qrPath, totpUri } from '../adapters/totp'
import { ownAccount } from './own-account'

export type PendingFactor = { path: string; size: number; key: string }

/** The picture and key of an app that somebody is setting up; only for themselves. */
export const pendingFactor = async ({
  req,
  userId,
  account,
}: {
  req: PayloadRequest
  userId: string
  account: string
}): Promise<PendingFactor | null> => {
  if (ownAccount(req)?.id !== userId) return null
  const row = await sqlOf(req).first({
    schema: z.object({ pending_secret: z.string().nullable() }),
    text: 'select pending_secret from staff_second_factors where user_id = $1',
    values: [userId],
  })
  if (!row?.pending_secret) return null
  const secret = req.payload.decrypt(row.pending_secret)
  return {
    ...qrPath(totpUri({ secret, account })),
    key: secret.match(/.{1,4}/g)?.join(' ') ?? secret,
  }
}
