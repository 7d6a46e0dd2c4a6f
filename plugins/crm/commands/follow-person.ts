import type { PayloadRequest } from 'payload'

import { endPortalSessions } from '#plugins/agency'
import { revokeLinksOf, sqlOf } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'
import { z } from 'zod'
import { lockPersonKeys } from '../database/lock-person'

/**
 * Takes the portal from a person: their links end, and their login is no longer theirs. A login that
 * is then nobody's is disabled; whoever else shares it signs in again. Given back by
 * `grant-portal-access`.
 */
export const endPortalAccess = async ({
  req,
  person,
  accountId,
}: {
  req: PayloadRequest
  person: PersonRef
  accountId: string | null
}): Promise<void> => {
  await revokeLinksOf({ req, person })
  const account = await lockAccount({ req, accountId })
  if (!account || !standsFor({ account, person })) return
  const isCandidate = person.kind === 'candidate'
  const isLeftToNobody = (isCandidate ? account.contact : account.candidate) === null
  await req.payload.update({
    collection: 'portal-accounts',
    id: account.id,
    data: {
      ...(isCandidate ? { candidate: null } : { contact: null, client: null }),
      ...(isLeftToNobody ? { isDisabled: true } : {}),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await endPortalSessions({ req, accountId: account.id })
}

/**
 * Lets the login follow a corrected address: the old one opens nothing any more, be it a typing error
 * that reached a stranger. When the new address has a login already, or the login is shared with a
 * person who kept the old address, it stays behind and is no longer this person's.
 *
 * @returns whether the person still has the login
 */
export const moveLogin = async ({
  req,
  person,
  accountId,
  email,
}: {
  req: PayloadRequest
  person: PersonRef
  accountId: string | null
  /** Normalised. */
  email: string
}): Promise<boolean> => {
  const account = await lockAccount({ req, accountId })
  if (!account || !standsFor({ account, person })) {
    await revokeLinksOf({ req, person })
    return accountId !== null
  }
  await lockPersonKeys({ req, keys: [`account ${email}`] })
  const isTaken = await hasLogin({ req, email, exceptId: account.id })
  if (isTaken || (await isNeededAsItIs({ req, account, person }))) {
    await endPortalAccess({ req, person, accountId: account.id })
    return false
  }
  await revokeLinksOf({ req, person })
  if (account.email !== email)
    await req.payload.update({
      collection: 'portal-accounts',
      id: account.id,
      data: { email },
      req,
      overrideAccess: true,
      depth: 0,
    })
  await endPortalSessions({ req, accountId: account.id })
  return true
}

/** As it is stored: read through the collection it names only people the agency still works with. */
const accountRow = z.object({
  id: z.string(),
  email: z.string(),
  candidate: z.string().nullable(),
  contact: z.string().nullable(),
})

type Account = z.output<typeof accountRow>

const lockAccount = async ({
  req,
  accountId,
}: {
  req: PayloadRequest
  accountId: string | null
}): Promise<Account | null> =>
  await sqlOf(req).first({
    schema: accountRow,
    text: `select id, email, candidate_id as candidate, contact_id as contact
      from portal_accounts where id::text = $1 for update`,
    values: [accountId],
  })

const standsFor = ({ account, person }: { account: Account; person: PersonRef }): boolean =>
  (person.kind === 'candidate' ? account.candidate : account.contact) === person.id

const hasLogin = async ({
  req,
  email,
  exceptId,
}: {
  req: PayloadRequest
  email: string
  exceptId: string
}): Promise<boolean> => {
  const other = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from portal_accounts where email = $1 and id <> $2',
    values: [email, exceptId],
  })
  return other !== null
}

/** The same login stands for a candidate and a contact, and the other record still has its address. */
const isNeededAsItIs = async ({
  req,
  account,
  person,
}: {
  req: PayloadRequest
  account: Account
  person: PersonRef
}): Promise<boolean> => {
  const isCandidate = person.kind === 'candidate'
  const otherId = isCandidate ? account.contact : account.candidate
  if (!otherId) return false
  const other = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from ${isCandidate ? 'client_contacts' : 'candidates'}
      where id = $1 and email_normalised = $2`,
    values: [otherId, account.email],
  })
  return other !== null
}
