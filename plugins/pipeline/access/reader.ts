import type { PayloadRequest } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can, holdsLink, type SubjectRef } from '#plugins/kernel/domain'
import type { Permission } from '#plugins/agency/domain'

/**
 * Whether a page about one record may be shown: to the holder of its link, to staff with the
 * permission, or to the signed-in candidate or client it belongs to.
 */
export const mayRead = ({
  req,
  purpose,
  subject,
  permission,
  candidateId,
  clientId,
}: {
  req: PayloadRequest
  purpose: string
  subject: SubjectRef
  permission: Permission
  candidateId?: string
  clientId?: string
}): boolean => {
  const actor = actorOf(req)
  if (actor.kind === 'portal')
    return (
      (candidateId !== undefined && actor.candidateId === candidateId) ||
      (clientId !== undefined && actor.contactId !== null && actor.clientId === clientId)
    )
  return can({ actor, permission }) || holdsLink({ actor, purpose, subject })
}
