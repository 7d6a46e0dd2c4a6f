import { z } from 'zod'

import { defineCommand, publish } from '#plugins/kernel'
import { ok, refuseRight, refuseState } from '#plugins/kernel/domain'
import { ownAccount } from '../queries/own-account'
import { checkCode } from './check-code'
import { dropSecondFactor } from './drop-second-factor'

export const removeSecondFactor = defineCommand({
  name: 'remove-second-factor',
  summary: 'Switch one’s own authenticator app off, by a code of it',
  input: z.object({ code: z.string().trim().min(1, 'Type the code of your app.').max(40) }),
  allow: { anonymous: true },
  rate: { limit: 30, windowSeconds: 900 },
  isForPeopleOnly: true,
  run: async ({ input: { code }, ctx: { req, actor } }) => {
    const user = ownAccount(req)
    if (!user || actor.kind !== 'staff') return refuseRight('Please sign in first.')
    const isDemanded = (user.roles ?? []).some(
      (role) => typeof role === 'object' && role.requiresSecondFactor === true,
    )
    if (isDemanded)
      return refuseState({
        code: 'demanded-by-role',
        message: 'Your role asks for a second factor. You can set up another app instead.',
      })
    const proof = await checkCode({ req, userId: user.id, text: code })
    if (!proof.ok) return proof
    await dropSecondFactor({ req, userId: user.id })
    await publish({
      req,
      event: { name: 'second-factor.removed', subject: { kind: 'user', id: user.id } },
    })
    return ok({})
  },
})
