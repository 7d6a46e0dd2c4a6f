import type { FieldHook } from 'payload'

import { actorOf } from '../commands/actor-of'
import { can } from '../domain/actor'
import { customValuesOf } from '../domain/custom-field'
import { customFieldsOf } from '../queries/custom-fields-of'

/**
 * Leaves out what the reader may not see and what belongs to fields that were removed. The product's own
 * reads see everything: an update writes back what it has read.
 */
export const deriveReadableValues: FieldHook = async ({
  collection,
  overrideAccess,
  req,
  value,
}) => {
  const values = customValuesOf(value)
  if (overrideAccess !== false || !collection || Object.keys(values).length === 0) return value
  const actor = actorOf(req)
  const readable = (await customFieldsOf({ req, collection: collection.slug })).filter(
    ({ isRemoved, readPermission }) =>
      !isRemoved && (readPermission === null || can({ actor, permission: readPermission })),
  )
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => readable.some((field) => field.key === key)),
  )
}
