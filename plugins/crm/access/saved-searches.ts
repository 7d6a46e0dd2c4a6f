import type { Access, PayloadRequest, Where } from 'payload'

import { noRows } from '#plugins/agency'
import { actorOf } from '#plugins/kernel'
import { can, type Actor } from '#plugins/kernel/domain'

/** One's own searches, and those that colleagues share with all or with a role one has. */
export const searchesWithinReach: Access = ({ req }) => {
  const actor = actorOf(req)
  if (actor.kind === 'portal') return noRows
  if (!can({ actor, permission: 'candidates.read' })) return false
  if (actor.kind !== 'staff') return true
  const shared: Where[] = [
    { owner: { equals: actor.id } },
    { sharing: { equals: 'all' } },
    { and: [{ sharing: { equals: 'role' } }, { role: { in: rolesOf(req) } }] },
  ]
  return { or: shared }
}

const rolesOf = ({ user }: Pick<PayloadRequest, 'user'>): string[] => {
  const roles: unknown = user ? Reflect.get(user, 'roles') : null
  if (!Array.isArray(roles)) return []
  return roles.flatMap((role: unknown) => {
    const id: unknown = typeof role === 'object' && role !== null ? Reflect.get(role, 'id') : role
    return typeof id === 'string' ? [id] : []
  })
}

/** Its owner; and whoever looks after the settings, for those of colleagues who left. */
export const mayChangeSearch = ({ actor, ownerId }: { actor: Actor; ownerId: string }): boolean =>
  actor.id === ownerId || can({ actor, permission: 'settings.write' })
