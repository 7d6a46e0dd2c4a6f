import type { PayloadRequest } from 'payload'

import { revokeLinks, sqlOf } from '#plugins/kernel'
import { portalAccountKind, portalLoginPurpose } from '../domain/portal-session'

/**
 * Puts out whoever is signed in to a portal account and takes back every way in that is under way:
 * links to sign in, and the link to a new password. Part of the caller's transaction.
 */
export const endPortalSessions = async ({
  req,
  accountId,
}: {
  req: PayloadRequest
  accountId: string
}): Promise<void> => {
  const sql = sqlOf(req)
  await sql.run({
    text: 'delete from portal_accounts_sessions where _parent_id = $1',
    values: [accountId],
  })
  await sql.run({
    text: 'update portal_accounts set reset_password_token = null where id = $1',
    values: [accountId],
  })
  await revokeLinks({
    req,
    purpose: portalLoginPurpose,
    subject: { kind: portalAccountKind, id: accountId },
  })
}
