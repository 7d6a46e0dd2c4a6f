import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest } from 'payload'

/** A record as the system sees it, relations by id; null when it is gone, trashed or not named. */
export const readRecord = async <Slug extends CollectionSlug>({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: Slug
  id: Related
}): Promise<DataFromCollectionSlug<Slug> | null> => {
  const key = idOf(id)
  if (!key) return null
  const document = await req.payload.findByID({
    collection,
    id: key,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return document ? withType<DataFromCollectionSlug<Slug>>(document) : null
}

type Related = string | { id: string } | null | undefined

/** The id of a relation, read with whatever depth. */
export const idOf = (value: Related): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null)

/** `findByID` without `select` returns the whole document of its collection. */
const withType = <Document>(document: unknown): Document => document as Document
