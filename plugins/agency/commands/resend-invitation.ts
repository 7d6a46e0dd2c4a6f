import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { standingOf } from '../domain/standing'
import { sendInvitation } from './send-invitation'

export const resendInvitation = defineCommand({
  name: 'resend-invitation',
  summary: 'Send an invitation again; the link of the mail before no longer works',
  input: z.object({ userId: z.uuid() }),
  allow: { staff: 'staff.write' },
  rate: { limit: 60, windowSeconds: 3600 },
  run: async ({ input: { userId }, ctx: { req } }) => {
    const user = await lockRecord({ req, collection: 'users', id: userId })
    if (!user) return refuseMissing('colleague')
    const standing = standingOf(user)
    if (standing === 'active' || standing === 'disabled')
      return refuseState({
        code: 'already-joined',
        message: `${user.name} has chosen a password already. They can ask for a new one at the login.`,
      })
    await sendInvitation({ req, user })
    return ok({ userId })
  },
})
