import type { FlattenedField, PayloadRequest } from 'payload'

import { isUuid } from '../domain/uuid'
import { collectionOf } from './collection-of'
import { selectOf } from './select-of'

/** A relation whose records are told by their names in timelines and files: `custom: { isTold: true }`. */
export const isToldByName = (field: FlattenedField): boolean =>
  field.type === 'relationship' && field.custom?.isTold === true

/**
 * Names by id of the records that such a field names, as far as the reader may see them.
 *
 * @param known names that were told before, which are told again without being read
 */
export const relatedNames = async ({
  req,
  field,
  values,
  known = new Map(),
}: {
  req: PayloadRequest
  field: FlattenedField
  values: readonly unknown[]
  known?: ReadonlyMap<string, string>
}): Promise<ReadonlyMap<string, string>> => {
  const slug = field.type === 'relationship' ? field.relationTo : null
  const ids = [...new Set(values.flatMap(idsIn))].filter((id) => !known.has(id))
  const collection = typeof slug === 'string' ? collectionOf({ req, slug }) : null
  if (!collection || ids.length === 0 || !(await collection.access.read({ req }))) return known
  const title = collection.admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where: { id: { in: ids } },
    limit: ids.length,
    depth: 0,
    select: selectOf({ collection, names: [title] }),
    req,
    overrideAccess: false,
  })
  const names = new Map(known)
  for (const doc of docs) {
    const name: unknown = Reflect.get(doc, title)
    if (typeof name === 'string') names.set(String(doc.id), name)
  }
  return names
}

/** A value of the field in names, in its order; a record that is gone or closed is left out. */
export const inNames = ({
  value,
  names,
}: {
  value: unknown
  names: ReadonlyMap<string, string>
}): string[] => idsIn(value).flatMap((id) => names.get(id) ?? [])

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const id: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : one
    return isUuid(id) ? [id] : []
  })
