import type { PayloadRequest } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'

/**
 * Whose records a caller may list: a signed-in candidate's own, or for staff with the permission
 * those of the candidate asked for. Null: nobody's.
 */
export const candidateInReach = ({
  req,
  candidateId,
  permission,
}: {
  req: PayloadRequest
  candidateId: string | undefined
  permission: string
}): string | null => {
  const actor = actorOf(req)
  if (actor.kind === 'portal') {
    const isOwn = candidateId === undefined || candidateId === actor.candidateId
    return isOwn ? actor.candidateId : null
  }
  return can({ actor, permission }) ? (candidateId ?? null) : null
}

/** The same for a client: its signed-in contact, or staff with the permission. */
export const clientInReach = ({
  req,
  clientId,
  permission,
}: {
  req: PayloadRequest
  clientId: string | undefined
  permission: string
}): string | null => {
  const actor = actorOf(req)
  if (actor.kind === 'portal') {
    const isOwn = clientId === undefined || clientId === actor.clientId
    return isOwn && actor.contactId !== null ? actor.clientId : null
  }
  return can({ actor, permission }) ? (clientId ?? null) : null
}
