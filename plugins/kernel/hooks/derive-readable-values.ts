import type { FieldHook } from 'payload'

import { customValuesOf } from '../domain/custom-field'
import { readableFields } from '../queries/readable-fields'

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
  const readable = await readableFields({ req, collection: collection.slug })
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => readable.some((field) => field.key === key)),
  )
}
