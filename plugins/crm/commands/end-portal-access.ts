import type { PayloadRequest } from 'payload'

import { endPortalSessions } from '#plugins/agency'
import { revokeLinksOf } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'
import { lockAccount, standsFor } from '../database/lock-account'

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
