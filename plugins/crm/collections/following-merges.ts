import type { CollectionConfig } from 'payload'

import { deriveKeptCandidate } from '../hooks/derive-kept-candidate'

/** A collection about candidates: what somebody adds to a merged record comes to the kept one. */
export const followingMerges = (collection: CollectionConfig): CollectionConfig => {
  const isAbout = collection.fields.some(
    (field) => 'name' in field && field.name === 'candidate' && field.type === 'relationship',
  )
  return isAbout
    ? {
        ...collection,
        hooks: {
          ...collection.hooks,
          beforeValidate: [...(collection.hooks?.beforeValidate ?? []), deriveKeptCandidate],
        },
      }
    : collection
}
