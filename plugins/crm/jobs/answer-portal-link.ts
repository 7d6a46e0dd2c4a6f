import { z } from 'zod'

import { portalAccountKind } from '#plugins/agency/domain'
import { defineJob, publish, type Sql, type WorkContext } from '#plugins/kernel'
import { livePerson } from '../database/live-person'

export const answerPortalLinkQueue = 'answer-portal-link'

/**
 * Has a link sent to whoever may come in by this address; the mail follows the event. A candidate
 * needs no invitation: the first link makes the login. Contacts of a client are let in by staff,
 * because they see what their company owes.
 */
export const answerPortalLinkJob = defineJob({
  name: answerPortalLinkQueue,
  input: z.object({ email: z.string() }),
  leaseSeconds: 60,
  retryLimit: 5,
  retryDelaySeconds: 2,
  run: async ({ input: { email }, attempt }) => {
    await attempt.transaction(async (work) => await answer({ work, email }), { completing: true })
  },
})

const answer = async ({
  work: { req, sql },
  email,
}: {
  work: WorkContext
  email: string
}): Promise<void> => {
  const account = await accountOf({ sql, email })
  if (account) {
    if (account.is_open)
      await publish({
        req,
        event: {
          name: 'portal-link.requested',
          subject: { kind: portalAccountKind, id: account.id },
        },
      })
    return
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
}

/** Open: not disabled, and not only for people with whom the agency no longer works. */
const accountOf = async ({ sql, email }: { sql: Sql; email: string }) =>
  await sql.first({
    schema: z.object({ id: z.string(), is_open: z.boolean() }),
    text: `select account.id, (account.is_disabled is not true
        and ((account.candidate_id is null and account.contact_id is null)
          or exists (select 1 from candidates person
              where person.id = account.candidate_id and ${livePerson.candidate})
          or exists (select 1 from client_contacts person
              where person.id = account.contact_id and ${livePerson.contact}))) as is_open
      from portal_accounts account where account.email = $1`,
    values: [email],
  })

/** Somebody the agency still works with; erased and blocked people are let in by nobody. */
const candidateOf = async ({ sql, email }: { sql: Sql; email: string }): Promise<string | null> => {
  const row = await sql.first({
    schema: z.object({ id: z.string() }),
    text: `select person.id from candidates person
      where person.email_normalised = $1 and person.portal_account_id is null
        and ${livePerson.candidate}
      order by person.created_at limit 1`,
    values: [email],
  })
  return row?.id ?? null
}
