import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { registryOf, type StoredEvent } from '#plugins/kernel'
import type { Sight } from './endpoint-actor'

/** Raised when what a message looks like changes in a way that receivers have to know. */
export const messageVersion = 1

/**
 * What a receiver is told of an event: identifiers always; what changed, why and the record itself
 * only where its scopes let it read them. Personal values of the event are never sent. Null when not
 * even the owner may see records of this kind.
 */
export const messageOf = async ({
  event,
  sight,
}: {
  event: StoredEvent
  sight: Sight
}): Promise<{ data: Record<string, unknown>; record: unknown } | null> => {
  const { payload } = sight.whole
  const known = registryOf(payload).subjects.get(event.subject.kind)
  const collection =
    known && payload.config.collections.find(({ slug }) => slug === known.collection)
  if (!collection || !(await collection.access.read({ req: sight.whole }))) return null
  const record = await recordFor({ req: sight.scoped, collection, id: event.subject.id })
  return {
    data: {
      subject: event.subject,
      collection: collection.slug,
      from: event.from,
      to: event.to,
      person: event.person,
      clientId: event.clientId,
      orderId: event.orderId,
      actor: { kind: event.actor.kind },
      changed: await changedFields({
        req: sight.scoped,
        collection,
        event,
        isTold: record !== null,
      }),
      ...(record ? { reason: event.reason } : {}),
    },
    record,
  }
}

const recordFor = async ({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
  id: string
}): Promise<object | null> => {
  if (!(await collection.access.read({ req }))) return null
  return await req.payload.findByID({
    collection: collection.slug,
    id,
    depth: 0,
    req,
    overrideAccess: false,
    disableErrors: true,
  })
}

/** Fields that changed; with before and after where the receiver may read the field. */
const changedFields = async ({
  req,
  collection,
  event,
  isTold,
}: {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
  event: StoredEvent
  isTold: boolean
}): Promise<{ field: string; from?: unknown; to?: unknown }[]> => {
  const changed: { field: string; from?: unknown; to?: unknown }[] = []
  for (const [name, pair] of Object.entries(event.changes ?? {})) {
    const field = collection.flattenedFields.find((each) => each.name === name)
    if (!field || ('hidden' in field && field.hidden)) continue
    const read = 'access' in field ? field.access?.read : undefined
    const mayRead = isTold && (read ? Boolean(await read({ req })) : true)
    const [from, to]: unknown[] = Array.isArray(pair) ? pair : []
    changed.push(mayRead && Array.isArray(pair) ? { field: name, from, to } : { field: name })
  }
  return changed
}
