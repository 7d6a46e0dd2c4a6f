import { z } from 'zod'

import { defineCommand, publish, secondFactorDemandOf } from '#plugins/kernel'
import { ok, refuseRight, type Failure, type Result } from '#plugins/kernel/domain'
import { ownAccount, sessionIdOf } from '../queries/own-account'
import { checkCode } from './check-code'
import { trustSession } from './trust-session'

/** The second half of signing in: until then the session is nobody's. */
export const proveSecondFactor = defineCommand({
  name: 'prove-second-factor',
  summary: 'Finish signing in with a code of the authenticator app, or with a recovery code',
  input: z.object({
    code: z.string().trim().min(1, 'Type the code of your app or a recovery code.').max(40),
  }),
  allow: { anonymous: true },
  rate: { limit: 60, windowSeconds: 900 },
  isForPeopleOnly: true,
  run: async ({
    input: { code },
    ctx: { req },
  }): Promise<Result<{ recoveryLeft: number | null }, Failure>> => {
    const user = ownAccount(req)
    const sessionId = user ? sessionIdOf(user) : null
    if (!user || !sessionId) return refuseRight('Please sign in first.')
    if (secondFactorDemandOf(user) !== 'prove') return ok({ recoveryLeft: null })
    const proof = await checkCode({ req, userId: user.id, text: code })
    if (!proof.ok) return proof
    await trustSession({ req, userId: user.id, sessionId })
    if (proof.value.by === 'recovery')
      await publish({
        req,
        event: { name: 'second-factor.recovery-used', subject: { kind: 'user', id: user.id } },
      })
    return ok({ recoveryLeft: proof.value.recoveryLeft })
  },
})
