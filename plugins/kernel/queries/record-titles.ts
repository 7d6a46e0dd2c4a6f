import type { PayloadRequest } from 'payload'

import type { SubjectRef } from '../domain/actor'
import { isUuid } from '../domain/uuid'
import { registryOf } from '../registry/registry'
import { collectionOf } from './collection-of'

export type RecordTitle = { title: string; path: string; currency: unknown }

/** How a record is looked up among titles. */
export const keyOf = ({ kind, id }: SubjectRef): string => `${kind}:${id}`

/**
 * The names of records and where staff find them, by `keyOf`; one query per collection. A record that
 * the reader may not see is left out.
 */
export const recordTitles = async ({
  req,
  records,
}: {
  req: PayloadRequest
  records: readonly SubjectRef[]
}): Promise<ReadonlyMap<string, RecordTitle>> => {
  const idsByKind = new Map<string, Set<string>>()
  for (const { kind, id } of records)
    if (isUuid(id)) idsByKind.set(kind, (idsByKind.get(kind) ?? new Set()).add(id))
  const titles = new Map<string, RecordTitle>()
  for (const [kind, ids] of idsByKind) {
    const known = registryOf(req.payload).subjects.get(kind)
    const collection = known && collectionOf({ req, slug: known.collection })
    if (!known || !collection || !(await collection.access.read({ req }))) continue
    const { docs } = await req.payload.find({
      collection: collection.slug,
      where: { id: { in: [...ids] } },
      limit: ids.size,
      depth: 0,
      req,
      overrideAccess: false,
    })
    for (const doc of docs) {
      const title: unknown = Reflect.get(doc, collection.admin.useAsTitle ?? 'id')
      titles.set(keyOf({ kind, id: String(doc.id) }), {
        title: typeof title === 'string' && title && !isUuid(title) ? title : known.label,
        path: `/admin/collections/${collection.slug}/${String(doc.id)}`,
        currency: Reflect.get(doc, 'currency'),
      })
    }
  }
  return titles
}
