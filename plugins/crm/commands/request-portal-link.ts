import { z } from 'zod'

import { portalAccountKind } from '#plugins/agency/domain'
import { defineCommand, publish, type Sql } from '#plugins/kernel'
import { normaliseEmail, ok, refuseInput } from '#plugins/kernel/domain'

/**
 * Asks for a link to sign in to the portal. The answer is the same for known and unknown addresses;
 * the mail follows the event. A candidate needs no invitation: the first link makes the login, in a
 * reaction, so that it takes no longer here. Contacts of a client are let in by staff, because they
 * see what their company owes.
 */
export const requestPortalLink = defineCommand({
  name: 'request-portal-link',
  summary: 'Ask for a mail with a link to sign in to the portal',
  input: z.object({ email: z.string().trim().min(1, 'Enter your e-mail address.').max(254) }),
  allow: { anonymous: true },
  rate: { limit: 10, windowSeconds: 600 },
  run: async ({ input, ctx: { req, sql } }) => {
    const email = normaliseEmail(input.email)
    if (!email) return refuseInput({ email: 'Enter an e-mail address like name@company.com.' })
    const account = await accountOf({ sql, email })
    if (account?.is_disabled) return ok({})
    if (account) {
      await publish({
        req,
        event: {
          name: 'portal-link.requested',
          subject: { kind: portalAccountKind, id: account.id },
        },
      })
      return ok({})
    }
    const candidateId = await candidateOf({ sql, email })
    if (candidateId)
      await publish({
        req,
        event: {
          name: 'portal-access.requested',
          subject: { kind: 'candidate', id: candidateId },
          person: { kind: 'candidate', id: candidateId },
        },
      })
    return ok({})
  },
})

const accountOf = async ({ sql, email }: { sql: Sql; email: string }) =>
  await sql.first({
    schema: z.object({ id: z.string(), is_disabled: z.boolean() }),
    text: `select id, coalesce(is_disabled, false) as is_disabled
      from portal_accounts where email = $1`,
    values: [email],
  })

/** Somebody the agency still works with; erased and blocked people are let in by nobody. */
const candidateOf = async ({ sql, email }: { sql: Sql; email: string }): Promise<string | null> => {
  const row = await sql.first({
    schema: z.object({ id: z.string() }),
    text: `select id from candidates
      where email_normalised = $1 and deleted_at is null and portal_account_id is null
        and state not in ('do_not_use', 'anonymised')
      order by created_at limit 1`,
    values: [email],
  })
  return row?.id ?? null
}
