import type { CollectionBeforeChangeHook } from 'payload'

import type { PersonRef } from '#plugins/kernel/domain'
import { endPortalAccess } from '../commands/end-portal-access'
import { moveLogin } from '../commands/move-login'
import { canBePutForward } from '../domain/candidate-workflow'

/**
 * The portal of a person follows what they are, in the same commit: it ends with the trash, a block,
 * an erasure or the loss of the address, and goes along to a corrected address. By whatever way the
 * record is changed, so that nobody has to remember it.
 */
export const derivePortalAccess =
  (kind: PersonRef['kind']): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, req }) => {
    if (operation !== 'update' || !originalDoc) return data
    const person: PersonRef = { kind, id: String(originalDoc.id) }
    const accountId = idIn(data.portalAccount ?? originalDoc.portalAccount)
    const now = { ...originalDoc, ...data }
    const email: unknown = now.emailNormalised
    const before: unknown = originalDoc.emailNormalised
    const isOver = isBarred(now) || (typeof email !== 'string' && typeof before === 'string')
    if (isOver && !isBarred(originalDoc)) {
      await endPortalAccess({ req, person, accountId })
      return { ...data, portalAccount: null }
    }
    if (isOver || typeof before !== 'string' || typeof email !== 'string' || email === before)
      return data
    return (await moveLogin({ req, person, accountId, email }))
      ? data
      : { ...data, portalAccount: null }
  }

/** Lies in the trash, or is somebody the agency works with no longer. */
const isBarred = ({ deletedAt, state }: { deletedAt?: unknown; state?: unknown }): boolean =>
  Boolean(deletedAt) || (typeof state === 'string' && !canBePutForward(state))

const idIn = (relation: unknown): string | null => {
  if (typeof relation === 'string') return relation
  const id: unknown =
    typeof relation === 'object' && relation !== null ? Reflect.get(relation, 'id') : null
  return typeof id === 'string' ? id : null
}
