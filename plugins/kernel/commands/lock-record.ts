import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest } from 'payload'

import { sqlOf } from '../database/sql'
import { z } from 'zod'

import { isUuid } from '../domain/uuid'

/** Locks a record until the end of the transaction and reads it; null when it is not there. */
export const lockRecord = async <Slug extends CollectionSlug>({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: Slug
  id: string
}): Promise<DataFromCollectionSlug<Slug> | null> => {
  if (!isUuid(id)) return null
  const locked = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from "${tableOf(collection)}" where id = $1 for update`,
    values: [id],
  })
  if (!locked) return null
  const document = await req.payload.findByID({
    collection,
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return document ? withType<DataFromCollectionSlug<Slug>>(document) : null
}

/** Payload names a collection's table after its slug. */
export const tableOf = (collection: string): string => collection.replaceAll('-', '_')

/** `findByID` without `select` returns the whole document of its collection. */
const withType = <Document>(document: unknown): Document => document as Document
