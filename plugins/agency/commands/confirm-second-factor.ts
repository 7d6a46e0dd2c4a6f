import { z } from 'zod'

import { databaseNow, defineCommand, publish, secondFactorDemandOf } from '#plugins/kernel'
import { epochMsOf, ok, refuseInput, refuseRight, refuseState } from '#plugins/kernel/domain'
import { totpStepOf } from '../adapters/totp'
import { typedCode } from '../domain/recovery-codes'
import { ownAccount, sessionIdOf } from '../queries/own-account'
import { keepRecoveryCodes } from './keep-recovery-codes'
import { trustSession } from './trust-session'

/** The app works: from now on signing in asks for its code. Returns the recovery codes, this once. */
export const confirmSecondFactor = defineCommand({
  name: 'confirm-second-factor',
  summary: 'Switch the authenticator app on by a code of it; answers the recovery codes once',
  input: z.object({ code: z.string().trim().min(1, 'Type the six digits of your app.').max(40) }),
  allow: { anonymous: true },
  rate: { limit: 30, windowSeconds: 900 },
  isSecretShownOnce: true,
  isForPeopleOnly: true,
  run: async ({ input: { code }, ctx: { req, payload, sql } }) => {
    const user = ownAccount(req)
    const sessionId = user ? sessionIdOf(user) : null
    if (!user || !sessionId) return refuseRight('Please sign in first.')
    if (secondFactorDemandOf(user) === 'prove')
      return refuseRight('Please confirm the sign-in with a code first.')
    const row = await sql.first({
      schema: z.object({ pending_secret: z.string().nullable() }),
      text: 'select pending_secret from staff_second_factors where user_id = $1 for update',
      values: [user.id],
    })
    if (!row?.pending_secret)
      return refuseState({
        code: 'not-begun',
        message: 'Begin again: there is no picture to scan.',
      })
    const typed = typedCode(code)
    const step =
      typed.kind === 'totp'
        ? totpStepOf({
            secret: payload.decrypt(row.pending_secret),
            code: typed.code,
            atMs: epochMsOf(await databaseNow(req)),
          })
        : null
    if (step === null)
      return refuseInput({
        code: 'This code is not right. Type the six digits that your app shows now; its clock must be right.',
      })
    await sql.run({
      text: `update staff_second_factors
        set secret = pending_secret, pending_secret = null, last_step = $2, wrong_tries = 0,
          wrong_since = null, confirmed_at = now()
        where user_id = $1`,
      values: [user.id, step],
    })
    await sql.run({
      text: 'update users set second_factor_at = now() where id = $1',
      values: [user.id],
    })
    await trustSession({ req, userId: user.id, sessionId, isOnly: true })
    const recoveryCodes = await keepRecoveryCodes({ req, userId: user.id })
    await publish({
      req,
      event: { name: 'second-factor.set-up', subject: { kind: 'user', id: user.id } },
    })
    return ok({ recoveryCodes })
  },
})
