import type { PayloadRequest } from 'payload'

import type { SubjectRef } from '../domain/actor'
import { isUuid } from '../domain/uuid'
import { aboutOf, announcementOf } from '../hooks/announce-change'
import { registryOf } from '../registry/registry'
import { collectionOf } from './collection-of'

/** A record as the reader may see it, trashed ones too; null when it is not there or not theirs. */
export const visibleRecord = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<object | null> => {
  const known = registryOf(req.payload).subjects.get(subject.kind)
  const collection = known && collectionOf({ req, slug: known.collection })
  if (!collection || !isUuid(subject.id)) return null
  if (!(await collection.access.read({ req }))) return null
  return await req.payload.findByID({
    collection: collection.slug,
    id: subject.id,
    depth: 0,
    req,
    overrideAccess: false,
    disableErrors: true,
    ...(collection.trash ? { trash: true } : {}),
  })
}

export type RecordStory = {
  subject: SubjectRef
  person: SubjectRef | null
  clientId: string | null
  orderId: string | null
}

/**
 * In whose stories something about a record is told: its own, and those of its person, client and
 * order. Null when the actor may not see the record.
 */
export const recordStory = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<RecordStory | null> => {
  const record = await visibleRecord({ req, subject })
  const known = registryOf(req.payload).subjects.get(subject.kind)
  const collection = known && collectionOf({ req, slug: known.collection })
  const announcement = collection && announcementOf(collection)
  if (!record || !announcement) return null
  return aboutOf({ announcement, row: Object.fromEntries(Object.entries(record)) })
}

/** The kinds of record that the reader may see without exception. */
export const readableKinds = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<ReadonlySet<string>> => {
  const readable = new Set<string>()
  for (const [kind, { collection: slug }] of registryOf(req.payload).subjects) {
    const collection = collectionOf({ req, slug })
    if (
      collection &&
      announcementOf(collection) &&
      (await collection.access.read({ req })) === true
    )
      readable.add(kind)
  }
  return readable
}
