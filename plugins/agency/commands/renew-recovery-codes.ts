import { z } from 'zod'

import { defineCommand, publish } from '#plugins/kernel'
import { ok, refuseRight } from '#plugins/kernel/domain'
import { checkCode } from './check-code'
import { keepRecoveryCodes } from './keep-recovery-codes'

export const renewRecoveryCodes = defineCommand({
  name: 'renew-recovery-codes',
  summary: 'Make new recovery codes for one’s own sign-in; those before no longer work',
  input: z.object({ code: z.string().trim().min(1, 'Type the code of your app.').max(40) }),
  allow: { anonymous: true },
  rate: { limit: 30, windowSeconds: 900 },
  isSecretShownOnce: true,
  isForPeopleOnly: true,
  run: async ({ input: { code }, ctx: { req, actor } }) => {
    if (actor.kind !== 'staff') return refuseRight('Please sign in first.')
    const proof = await checkCode({ req, userId: actor.id, text: code })
    if (!proof.ok) return proof
    const recoveryCodes = await keepRecoveryCodes({ req, userId: actor.id })
    await publish({
      req,
      event: { name: 'second-factor.codes-renewed', subject: { kind: 'user', id: actor.id } },
    })
    return ok({ recoveryCodes })
  },
})
