import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { endPortalSessions } from '#plugins/agency'
import { revokeLinksOf, sqlOf } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'
import { lockAccount, standsFor, type Account } from '../database/lock-account'
import { lockPersonKeys } from '../database/lock-person'
import { endPortalAccess } from './end-portal-access'

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
