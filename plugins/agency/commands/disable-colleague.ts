import { z } from 'zod'

import { defineCommand, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { standingOf } from '../domain/standing'
import { shutOut } from './shut-out'

/** The colleague is out at once, on every device; their records and name stay. */
export const disableColleague = defineCommand({
  name: 'disable-colleague',
  summary: 'Shut a colleague out; their sessions end at once, their records stay',
  input: z.object({ userId: z.uuid(), reason: z.string().trim().max(500).nullish() }),
  allow: { staff: 'staff.write' },
  run: async ({ input: { userId, reason }, ctx: { req, actor } }) => {
    if (actor.id === userId)
      return refuseState({
        code: 'oneself',
        message: 'You cannot disable yourself. Ask another colleague who manages staff.',
      })
    const user = await lockRecord({ req, collection: 'users', id: userId })
    if (!user) return refuseMissing('colleague')
    if (standingOf(user) !== 'active')
      return refuseState({
        code: 'not-active',
        message: `${user.name} cannot sign in at present.`,
      })
    await shutOut({ req, userId })
    await publish({
      req,
      event: {
        name: 'staff.disabled',
        subject: { kind: 'user', id: userId },
        reason: reason || null,
      },
    })
    return ok({ userId })
  },
})
