import type { PayloadRequest } from 'payload'

import { registryOf } from '#plugins/kernel'
import { isUuid, type SubjectRef } from '#plugins/kernel/domain'

export type SubjectTitle = { kind: string; title: string; path: string }

/**
 * Names of records as the reader may see them and where they stand, one query per kind. What the
 * reader may not see, or what is gone, has no entry.
 */
export const subjectTitles = async ({
  req,
  subjects,
}: {
  req: PayloadRequest
  subjects: readonly SubjectRef[]
}): Promise<(subject: SubjectRef) => SubjectTitle | null> => {
  const idsByKind = new Map<string, Set<string>>()
  for (const { kind, id } of subjects)
    if (isUuid(id)) idsByKind.set(kind, (idsByKind.get(kind) ?? new Set()).add(id))
  const titles = new Map<string, SubjectTitle>()
  for (const [kind, ids] of idsByKind) {
    const known = registryOf(req.payload).subjects.get(kind)
    const collection = req.payload.config.collections.find(({ slug }) => slug === known?.collection)
    if (!known || !collection) continue
    const isReadable = await collection.access.read({ req })
    if (!isReadable) continue
    const { docs } = await req.payload.find({
      collection: collection.slug,
      where: { id: { in: [...ids] } },
      limit: ids.size,
      pagination: false,
      depth: 0,
      req,
      overrideAccess: false,
    })
    for (const doc of docs) {
      const title: unknown = Reflect.get(doc, collection.admin.useAsTitle ?? 'id')
      titles.set(`${kind}:${String(doc.id)}`, {
        kind: known.label,
        title: typeof title === 'string' && title && !isUuid(title) ? title : known.label,
        path: `/admin/collections/${collection.slug}/${String(doc.id)}`,
      })
    }
  }
  return ({ kind, id }) => titles.get(`${kind}:${id}`) ?? null
}
