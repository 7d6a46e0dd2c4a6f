import type { PayloadRequest } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can, type Actor } from '#plugins/kernel/domain'
import type { Permission } from '#plugins/agency/domain'

/** A command has already judged staff and links; a signed-in person acts on their own only. */
export const isTheCandidates = ({
  actor,
  candidateId,
}: {
  actor: Actor
  candidateId: string
}): boolean => actor.kind !== 'portal' || actor.candidateId === candidateId

export const isTheClients = ({ actor, clientId }: { actor: Actor; clientId: string }): boolean =>
  actor.kind !== 'portal' || (actor.contactId !== null && actor.clientId === clientId)

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
  permission: Permission
}): string | null => {
  const actor = actorOf(req)
  if (actor.kind === 'portal')
    return candidateId === undefined || candidateId === actor.candidateId ? actor.candidateId : null
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
  permission: Permission
}): string | null => {
  const actor = actorOf(req)
  if (actor.kind === 'portal') {
    const isOwn = clientId === undefined || clientId === actor.clientId
    return isOwn && actor.contactId !== null ? actor.clientId : null
  }
  return can({ actor, permission }) ? (clientId ?? null) : null
}
