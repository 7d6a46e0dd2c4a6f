import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'

export const collectionOf = ({
  req,
  slug,
}: {
  req: PayloadRequest
  slug: string
}): SanitizedCollectionConfig | undefined =>
  req.payload.config.collections.find((collection) => collection.slug === slug)
