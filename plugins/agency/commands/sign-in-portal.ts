import { defineCommand, lockRecord, publish, spendLink } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { z } from 'zod'

import { portalAccountKind, portalLoginPurpose } from '../domain/portal-session'
import { openPortalSession } from './open-portal-session'

/**
 * Signs an outside person in by the link from a mail, which is spent by it. It is run by the portal's
 * own page and stands in no list of commands: its answer is a secret that must reach the cookie only.
 */
export const signInPortal = defineCommand({
  name: 'sign-in-portal',
  summary: 'Sign in to the portal by a link from a mail',
  input: z.object({ accountId: z.uuid('This link is not complete.') }),
  allow: {
    link: {
      purpose: portalLoginPurpose,
      subject: ({ accountId }) => ({ kind: portalAccountKind, id: accountId }),
    },
  },
  run: async ({ input: { accountId }, ctx: { req, actor } }) => {
    const account = await lockRecord({ req, collection: 'portal-accounts', id: accountId })
    if (!account || account.isDisabled) return refuseMissing('page')
    if (!(await spendLink({ req, actor })))
      return refuseState({
        code: 'link-spent',
        message: 'This link was used before. Please ask for a new one.',
      })
    const session = await openPortalSession({ req, accountId })
    await publish({
      req,
      event: {
        name: 'portal-account.signed-in',
        subject: { kind: portalAccountKind, id: accountId },
      },
    })
    return ok(session)
  },
})
