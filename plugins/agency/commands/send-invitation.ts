import type { PayloadRequest } from 'payload'

import { databaseNow, publish } from '#plugins/kernel'
import { inviting } from '../hooks/guard-password-reset'

const invitationLifetimeMs = 7 * 24 * 60 * 60 * 1_000

/**
 * Makes a new way to the first password, which ends the one before, and tells of it: the mail follows
 * the event. Part of the caller's transaction.
 */
export const sendInvitation = async ({
  req,
  user: { id, email },
}: {
  req: PayloadRequest
  user: { id: string; email: string }
}): Promise<void> => {
  await req.payload.update({
    collection: 'users',
    id,
    data: { invitedAt: await databaseNow(req), isDisabled: false },
    req,
    overrideAccess: true,
    depth: 0,
  })
  req.context[inviting] = true
  await req.payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    expiration: invitationLifetimeMs,
    req,
    overrideAccess: true,
  })
  delete req.context[inviting]
  await publish({ req, event: { name: 'staff.invited', subject: { kind: 'user', id } } })
}
