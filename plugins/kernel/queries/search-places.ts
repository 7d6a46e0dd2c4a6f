import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { actorOf } from '../commands/actor-of'
import { can } from '../domain/actor'
import { registryOf } from '../registry/registry'

export type FoundPlace = { label: string; detail: string; path: string }

const mostPlaces = 8

/** Screens by name: lists one may read, forms for what one may create, and what plugins add. */
export const searchPlaces = async ({
  req,
  text,
}: {
  req: PayloadRequest
  text: string
}): Promise<FoundPlace[]> => {
  const words = folded(text).split(/\s+/).filter(Boolean)
  const found: FoundPlace[] = []
  for (const place of await placesFor(req)) {
    const known = folded(`${place.label} ${place.words}`).split(/[^\p{L}\p{N}]+/u)
    if (words.every((word) => known.some((each) => each.startsWith(word)))) found.push(place)
  }
  return found.slice(0, mostPlaces).map(({ label, detail, path }) => ({ label, detail, path }))
}

const placesFor = async (req: PayloadRequest): Promise<(FoundPlace & { words: string })[]> => {
  const actor = actorOf(req)
  const own = registryOf(req.payload)
    .places.filter(({ permission }) => !permission || can({ actor, permission }))
    .map(({ label, path, words = '' }) => ({ label, detail: 'Screen', path, words }))
  const lists = []
  const forms = []
  for (const collection of req.payload.config.collections) {
    if (collection.slug.startsWith('payload-') || isHidden({ collection, req })) continue
    if (!(await collection.access.read({ req }))) continue
    const path = `/admin/collections/${collection.slug}`
    const { singular, plural } = namesOf(collection)
    lists.push({ label: plural, detail: groupOf(collection), path, words: collection.slug })
    if (await collection.access.create({ req }))
      forms.push({
        label: `New ${singular.toLowerCase()}`,
        detail: 'Form',
        path: `${path}/create`,
        words: 'create add',
      })
  }
  return [...own, ...lists, ...forms]
}

/** Some are hidden from the navigation for everybody, some by the reader. */
const isHidden = ({
  collection,
  req,
}: {
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}): boolean => {
  const hidden: unknown = collection.admin.hidden
  return typeof hidden === 'function' ? Boolean(hidden({ user: req.user })) : hidden === true
}

const groupOf = ({ admin }: SanitizedCollectionConfig): string =>
  typeof admin.group === 'string' ? admin.group : 'List'

const namesOf = ({ labels, slug }: SanitizedCollectionConfig) => ({
  singular: englishOf(labels.singular) ?? slug,
  plural: englishOf(labels.plural) ?? slug,
})

const englishOf = (label: unknown): string | null => {
  if (typeof label === 'string') return label
  const text: unknown =
    typeof label === 'object' && label !== null ? Reflect.get(label, 'en') : null
  return typeof text === 'string' ? text : null
}

/** Without case and accents, as the database does it for records. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
