import { z } from 'zod'

import { defineCommand, publish, sqlOf } from '#plugins/kernel'
import { normaliseEmail, ok, refuseInput } from '#plugins/kernel/domain'
import { portalAccountKind } from '../domain/portal-session'

/**
 * Begins the choice of a new portal password. The answer is the same for known and unknown addresses;
 * the mail follows the event.
 */
export const requestPortalPassword = defineCommand({
  name: 'request-portal-password',
  summary: 'Ask for a mail with which a new portal password is chosen',
  input: z.object({ email: z.string().trim().min(1, 'Enter your e-mail address.').max(254) }),
  allow: { anonymous: true },
  rate: { limit: 10, windowSeconds: 600 },
  run: async ({ input, ctx: { req, payload } }) => {
    const email = normaliseEmail(input.email)
    if (!email) return refuseInput({ email: 'Enter an e-mail address like name@company.com.' })
    const account = await sqlOf(req).first({
      schema: z.object({ id: z.string() }),
      text: 'select id from portal_accounts where email = $1 and is_disabled is not true for update',
      values: [email],
    })
    if (!account) return ok({})
    await payload.forgotPassword({
      collection: 'portal-accounts',
      data: { email },
      disableEmail: true,
      req,
      overrideAccess: true,
    })
    await publish({
      req,
      event: {
        name: 'portal-password.requested',
        subject: { kind: portalAccountKind, id: account.id },
      },
    })
    return ok({})
  },
})
