import type { SanitizedCollectionConfig } from 'payload'

/** What a reading fetches: these fields, and the relations that the virtual ones among them are read by. */
export const selectOf = ({
  collection,
  names,
}: {
  collection: Pick<SanitizedCollectionConfig, 'flattenedFields'>
  names: readonly string[]
}): Record<string, true> => {
  const select: Record<string, true> = {}
  for (const name of names) {
    select[name] = true
    const field = collection.flattenedFields.find((one) => one.name === name)
    const virtual = field && 'virtual' in field ? field.virtual : undefined
    const relation = typeof virtual === 'string' ? virtual.split('.')[0] : undefined
    if (relation) select[relation] = true
  }
  return select
}
