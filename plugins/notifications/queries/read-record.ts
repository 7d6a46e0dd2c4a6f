import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest } from 'payload'

import { lockRecord, type StoredEvent } from '#plugins/kernel'

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

/**
 * The same, held until the mail is written, when the record is still in the state that the event
 * brought it to: else what the mail says is over. A link granted with it is granted before whatever
 * ends the record, which then revokes it.
 */
export const readAsIn = async <
  Slug extends 'interviews' | 'offers' | 'shortlists' | 'representations',
>({
  req,
  collection,
  event,
  isStill = (state) => state === event.to,
}: {
  req: PayloadRequest
  collection: Slug
  event: StoredEvent
  /** Without one: the state the event led to. */
  isStill?: (state: string) => boolean
}): Promise<DataFromCollectionSlug<Slug> | null> => {
  const record = await lockRecord({ req, collection, id: event.subject.id })
  return record && isStill(record.state) ? record : null
}

type Related = string | { id: string } | null | undefined

/** The id of a relation, read with whatever depth. */
export const idOf = (value: Related): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null)

/** `findByID` without `select` returns the whole document of its collection. */
const withType = <Document>(document: unknown): Document => document as Document
