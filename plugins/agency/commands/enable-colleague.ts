import { z } from 'zod'

import { defineCommand, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { standingOf } from '../domain/standing'

export const enableColleague = defineCommand({
  name: 'enable-colleague',
  summary: 'Let a disabled colleague sign in again',
  input: z.object({ userId: z.uuid() }),
  allow: { staff: 'staff.write' },
  run: async ({ input: { userId }, ctx: { req, payload } }) => {
    const user = await lockRecord({ req, collection: 'users', id: userId })
    if (!user) return refuseMissing('colleague')
    if (standingOf(user) !== 'disabled')
      return refuseState({ code: 'not-disabled', message: `${user.name} is not disabled.` })
    await payload.update({
      collection: 'users',
      id: userId,
      data: { isDisabled: false },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await publish({
      req,
      event: { name: 'staff.enabled', subject: { kind: 'user', id: userId } },
    })
    return ok({ userId })
  },
})
