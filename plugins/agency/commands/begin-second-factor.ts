import { z } from 'zod'

import { defineCommand, secondFactorDemandOf } from '#plugins/kernel'
import { ok, refuseRight } from '#plugins/kernel/domain'
import { newTotpSecret } from '../adapters/totp'
import { ownAccount } from '../queries/own-account'

/** A secret that holds once a code of it was typed; the one in use holds until then. */
export const beginSecondFactor = defineCommand({
  name: 'begin-second-factor',
  summary: 'Begin to set up an authenticator app for one’s own sign-in',
  input: z.object({}),
  allow: { anonymous: true },
  rate: { limit: 30, windowSeconds: 900 },
  isForPeopleOnly: true,
  run: async ({ ctx: { req, payload, sql } }) => {
    const user = ownAccount(req)
    if (!user) return refuseRight('Please sign in first.')
    if (secondFactorDemandOf(user) === 'prove')
      return refuseRight('Please confirm the sign-in with a code first.')
    await sql.run({
      text: `insert into staff_second_factors (user_id, pending_secret) values ($1, $2)
        on conflict (user_id) do update set pending_secret = $2`,
      values: [user.id, payload.encrypt(newTotpSecret())],
    })
    return ok({})
  },
})
