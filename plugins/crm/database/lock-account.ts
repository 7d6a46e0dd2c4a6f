import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'

/** As it is stored: read through the collection it names only people the agency still works with. */
const accountRow = z.object({
  id: z.string(),
  email: z.string(),
  candidate: z.string().nullable(),
  contact: z.string().nullable(),
})

export type Account = z.output<typeof accountRow>

export const lockAccount = async ({
  req,
  accountId,
}: {
  req: PayloadRequest
  accountId: string | null
}): Promise<Account | null> =>
  await sqlOf(req).first({
    schema: accountRow,
    text: `select id, email, candidate_id as candidate, contact_id as contact
      from portal_accounts where id = $1 for update`,
    values: [accountId],
  })

/** Whether the login is this person's. */
export const standsFor = ({ account, person }: { account: Account; person: PersonRef }): boolean =>
  (person.kind === 'candidate' ? account.candidate : account.contact) === person.id
