import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'

/**
 * Whose address it is may choose the password anew, so an open session must not be enough to move the
 * account to another one: only whoever manages staff changes an address.
 */
export const guardOwnEmail: CollectionBeforeChangeHook = ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || data.email === undefined) return data
  if (data.email === originalDoc?.email) return data
  const actor = actorOf(req)
  if (actor.kind === 'system' || can({ actor, permission: 'staff.write' })) return data
  throw new ValidationError({
    collection: collection.slug,
    errors: [
      {
        path: 'email',
        message: 'Ask a colleague who manages staff to change your e-mail address.',
      },
    ],
  })
}
