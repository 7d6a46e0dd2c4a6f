import { z } from 'zod'

import { defineCommand, lockRecord, publish, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { dropSecondFactor } from './drop-second-factor'

/**
 * For a colleague whose phone and recovery codes are gone. All their sessions end, they hear of it by
 * mail, and the record tells who did it and why.
 */
export const resetSecondFactor = defineCommand({
  name: 'reset-second-factor',
  summary: 'Take the second factor off a colleague who lost their device',
  input: z.object({
    userId: z.uuid(),
    reason: z.string().trim().min(3, 'Write how you made sure that it is them.').max(500),
  }),
  allow: { staff: 'staff.write' },
  isForPeopleOnly: true,
  run: async ({ input: { userId, reason }, ctx: { req, actor } }) => {
    if (actor.id === userId)
      return refuseState({
        code: 'oneself',
        message: 'Your own second factor is changed in your sign-in settings, or by a colleague.',
      })
    const user = await lockRecord({ req, collection: 'users', id: userId })
    if (!user) return refuseMissing('colleague')
    if (!user.secondFactorAt)
      return refuseState({
        code: 'no-second-factor',
        message: `${user.name} has no second factor.`,
      })
    await dropSecondFactor({ req, userId })
    await sqlOf(req).run({
      text: 'delete from users_sessions where _parent_id = $1',
      values: [userId],
    })
    await publish({
      req,
      event: { name: 'second-factor.reset', subject: { kind: 'user', id: userId }, reason },
    })
    return ok({ userId })
  },
})
