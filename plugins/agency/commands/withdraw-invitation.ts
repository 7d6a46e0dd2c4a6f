import { z } from 'zod'

import { defineCommand, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { standingOf } from '../domain/standing'
import { shutOut } from './shut-out'

export const withdrawInvitation = defineCommand({
  name: 'withdraw-invitation',
  summary: 'Take an invitation back; its link no longer works',
  input: z.object({ userId: z.uuid() }),
  allow: { staff: 'staff.write' },
  run: async ({ input: { userId }, ctx: { req } }) => {
    const user = await lockRecord({ req, collection: 'users', id: userId })
    if (!user) return refuseMissing('colleague')
    if (standingOf(user) !== 'invited')
      return refuseState({
        code: 'not-invited',
        message: `There is no open invitation for ${user.name}.`,
      })
    await shutOut({ req, userId })
    await publish({
      req,
      event: { name: 'staff.invitation-withdrawn', subject: { kind: 'user', id: userId } },
    })
    return ok({ userId })
  },
})
