import type { PayloadRequest } from 'payload'

import { permissionsOf, requestFor } from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'

type Staff = Extract<Actor, { kind: 'staff' }>

/** How far a webhook sees: all that its owner may see, and that narrowed by its scopes. */
export type Sight = { whole: PayloadRequest; scoped: PayloadRequest }

/** Null when the owner is gone or disabled: then nothing is sent. */
export const sightOf = async ({
  req,
  ownerId,
  endpoint,
}: {
  req: PayloadRequest
  ownerId: string
  endpoint: { id: string; name: string; scopes: readonly string[] }
}): Promise<Sight | null> => {
  const { payload } = req
  const owner = await payload.findByID({
    collection: 'users',
    id: ownerId,
    depth: 1,
    req,
    // Whose rights count is what is being found out.
    overrideAccess: true,
    disableErrors: true,
  })
  if (!owner || owner.isDisabled) return null
  const granted = permissionsOf(owner)
  const actor: Staff = {
    kind: 'staff',
    id: owner.id,
    name: owner.name,
    email: owner.email,
    permissions: granted,
    zone: owner.zone,
    locale: owner.locale,
    viaKey: { id: endpoint.id, name: endpoint.name },
  }
  const scopes = new Set(endpoint.scopes)
  const narrowed = new Set([...granted].filter((permission) => scopes.has(permission)))
  return {
    whole: await within({ req, actor }),
    scoped: await within({ req, actor: { ...actor, permissions: narrowed } }),
  }
}

/** Somebody else's request in the transaction of this one. */
const within = async ({
  req,
  actor,
}: {
  req: PayloadRequest
  actor: Staff
}): Promise<PayloadRequest> =>
  Object.assign(
    await requestFor({ payload: req.payload, actor }),
    req.transactionID ? { transactionID: req.transactionID } : {},
  )
