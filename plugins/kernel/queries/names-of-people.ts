import type { PayloadRequest } from 'payload'

import { customPerson } from '../domain/custom-field'
import { registryOf } from '../registry/registry'

/** The names of the people among these values, by id, as far as the reader may see them. */
export const namesOfPeople = async ({
  req,
  values,
}: {
  req: PayloadRequest
  values: readonly unknown[]
}): Promise<Readonly<Record<string, string>>> => {
  const idsByKind = new Map<string, Set<string>>()
  for (const value of values) {
    const person = customPerson.safeParse(value)
    if (!person.success) continue
    const { kind, id } = person.data
    idsByKind.set(kind, (idsByKind.get(kind) ?? new Set()).add(id))
  }
  const names: Record<string, string> = {}
  for (const [kind, ids] of idsByKind) {
    const slug = registryOf(req.payload).subjects.get(kind)?.collection
    const collection = req.payload.config.collections.find((one) => one.slug === slug)
    if (!collection) continue
    const { docs } = await req.payload.find({
      collection: collection.slug,
      where: { id: { in: [...ids] } },
      limit: ids.size,
      depth: 0,
      req,
      overrideAccess: false,
    })
    for (const doc of docs) names[String(doc.id)] = nameOf(doc)
  }
  return names
}

const nameOf = (doc: object): string => {
  const parts = ['name', 'firstName', 'lastName'].map((name): unknown => Reflect.get(doc, name))
  const [name, ...others] = parts.map((part) => (typeof part === 'string' ? part : ''))
  return name || others.filter(Boolean).join(' ') || 'Without a name'
}
