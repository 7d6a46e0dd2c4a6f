import type { FlattenedField, PayloadRequest, Where } from 'payload'
import { combineWhereConstraints, mergeListSearchAndWhere } from 'payload/shared'

import { actorOf } from '../commands/actor-of'
import { customValuesOf, valueAt, type CustomField } from '../domain/custom-field'
import { customText } from '../domain/custom-text'
import { conditionsIn } from '../domain/own-filter'
import { formatScaled } from '../domain/scaled'
import { minorDigitsOf } from '../domain/money-currencies'
import { ok, refuseMissing, refuseRight, type Result } from '../domain/result'
import { customSettingsOf } from '../fields/custom-settings'
import { namesOfPeople } from './names-of-people'
import { inNames, relatedNames } from './related-names'
import { readableFields } from './readable-fields'
import { selectOf } from './select-of'

export type Export = {
  label: string
  /** How many records there are as the file is begun. */
  records: number
  /** The headings, then the records, some at a time. */
  rows: () => AsyncGenerator<(string | null)[][]>
}

const pageSize = 250

/** Lists that can be taken away: what colleagues see in the admin, but for accounts. */
export const isExportable = (collection: {
  slug: string
  auth?: unknown
  admin?: { hidden?: unknown }
}): boolean =>
  !collection.auth && !collection.slug.startsWith('payload-') && collection.admin?.hidden !== true

/**
 * The records of a list as rows of a file: the fields that the reader may see, the agency's own behind
 * them, filtered and ordered as the list is, newest first when it has no order. They are read page by
 * page while the file is written: however many there are, a page of them is held.
 *
 * @param own the conditions on own fields as they stand in the address of the list
 */
export const exportRecords = async ({
  req,
  slug,
  where,
  search,
  sort,
  own,
}: {
  req: PayloadRequest
  slug: string
  where: Where | undefined
  search: string | undefined
  sort: string | undefined
  own: string | null
}): Promise<Result<Export>> => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff') return refuseRight()
  const collection = req.payload.config.collections.find((one) => one.slug === slug)
  if (!collection || !isExportable(collection)) return refuseMissing('list')
  const fields = customSettingsOf(collection) ? await readableFields({ req, collection: slug }) : []
  const plain = await plainFields({ req, fields: collection.flattenedFields })
  const ownWhere = conditionsIn({ text: own, fields }).map(
    ({ key, operator, value }): Where => ({ [`custom.${key}`]: { [operator]: value } }),
  )
  const asked = mergeListSearchAndWhere({
    collectionConfig: collection,
    search: search ?? '',
    where: combineWhereConstraints([where, ...ownWhere]),
  })
  // Rows that belong to a record, such as earlier work, are most of what reading it costs.
  const select = selectOf({
    collection,
    names: [...plain.map(({ name }) => name), 'currency', 'custom'],
  })
  const first = await req.payload.find({
    collection: collection.slug,
    where: asked,
    sort: sort ?? '-id',
    limit: pageSize,
    depth: 0,
    select,
    req,
    overrideAccess: false,
  })
  const pages = async function* () {
    let docs: readonly object[] = first.docs
    for (let page = 2; docs.length > 0; page += 1) {
      yield docs
      if (docs.length < pageSize) return
      // The pages of a file are one search, which the first of them has told.
      req.context.isNextPage = true
      const last = Reflect.get(docs.at(-1) ?? {}, 'id')
      const next = await req.payload.find({
        collection: collection.slug,
        // By the newest id a page costs the same wherever it is; an order of its own is counted through.
        where: sort ? asked : combineWhereConstraints([asked, { id: { less_than: last } }]),
        sort: sort ?? '-id',
        limit: pageSize,
        ...(sort ? { page } : {}),
        pagination: false,
        depth: 0,
        select,
        req,
        overrideAccess: false,
      })
      docs = next.docs
    }
  }
  return ok({
    label: labelIn(collection.labels.plural) ?? slug,
    records: first.totalDocs,
    rows: async function* () {
      yield [[...plain.map(labelOf), ...fields.map(({ label }) => label)]]
      const known: KnownNames = new Map()
      for await (const docs of pages()) yield await rowsOf({ req, docs, plain, fields, known })
    },
  })
}

/** Names of related records by field and id, as earlier pages of the file have told them. */
type KnownNames = Map<string, ReadonlyMap<string, string>>

const mostKnown = 5_000

const rowsOf = async ({
  req,
  docs,
  plain,
  fields,
  known,
}: {
  req: PayloadRequest
  docs: readonly object[]
  plain: readonly FlattenedField[]
  fields: readonly CustomField[]
  known: KnownNames
}): Promise<(string | null)[][]> => {
  const names = await namesOfPeople({
    req,
    values: docs.flatMap((doc) => Object.values(customValuesOf(Reflect.get(doc, 'custom')))),
  })
  for (const field of plain.filter(isNamed)) {
    const before = known.get(field.name)
    known.set(
      field.name,
      await relatedNames({
        req,
        field,
        values: docs.map((doc): unknown => Reflect.get(doc, field.name)),
        known: before && before.size < mostKnown ? before : new Map(),
      }),
    )
  }
  return docs.map((doc) => [
    ...plain.map((field) => {
      const named = known.get(field.name)
      return named
        ? inNames({ value: Reflect.get(doc, field.name), names: named }).join(', ')
        : cellOf({ field, doc })
    }),
    ...fields.map((field) => ownCell({ field, doc, names })),
  ])
}

const plainTypes = ['text', 'textarea', 'email', 'number', 'select', 'date', 'checkbox']

/** A relation to records of one kind stands in a file by their names. */
const isNamed = (field: FlattenedField): boolean =>
  field.type === 'relationship' && typeof field.relationTo === 'string'

/** Fields of words and figures that the reader may see; what a form hides stays out of files, too. */
const plainFields = async ({
  req,
  fields,
}: {
  req: PayloadRequest
  fields: readonly FlattenedField[]
}): Promise<FlattenedField[]> => {
  const shown: FlattenedField[] = []
  for (const field of fields) {
    if (!plainTypes.includes(field.type) && !isNamed(field)) continue
    if ('hidden' in field && field.hidden) continue
    if ('admin' in field && field.admin && 'hidden' in field.admin && field.admin.hidden) continue
    const read = 'access' in field ? field.access?.read : undefined
    if (!read || (await read({ req }))) shown.push(field)
  }
  return shown
}

const labelOf = (field: FlattenedField): string =>
  labelIn('label' in field ? field.label : null) ?? field.name

const labelIn = (label: unknown): string | null => {
  const english: unknown =
    typeof label === 'object' && label !== null ? Reflect.get(label, 'en') : label
  return typeof english === 'string' ? english : null
}

/** As machines read it too: figures without groups, days and moments as ISO writes them. */
const cellOf = ({ field, doc }: { field: FlattenedField; doc: object }): string | null => {
  const value: unknown = Reflect.get(doc, field.name)
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'number') return figureOf({ name: field.name, value, doc })
  if (typeof value !== 'string') return null
  if (field.type !== 'select') return value
  for (const option of field.options)
    if (typeof option === 'object' && option.value === value) {
      const english: unknown =
        typeof option.label === 'object' ? Reflect.get(option.label, 'en') : option.label
      if (typeof english === 'string') return english
    }
  return value
}

/** The unit of a number stands at the end of its field's name. */
const figureOf = ({ name, value, doc }: { name: string; value: number; doc: object }): string => {
  if (name.endsWith('Minor'))
    return formatScaled({ value, scale: minorDigitsOf(Reflect.get(doc, 'currency')) })
  if (name.endsWith('E4')) return formatScaled({ value, scale: 4 })
  return name.endsWith('Bp') ? String(value / 100) : String(value)
}

const ownCell = ({
  field,
  doc,
  names,
}: {
  field: CustomField
  doc: object
  names: Readonly<Record<string, string>>
}): string | null => {
  const value = valueAt({ values: customValuesOf(Reflect.get(doc, 'custom')), key: field.key })
  if (typeof value === 'number') return String(value)
  if (field.type === 'day') return typeof value === 'string' ? value : null
  return customText({
    field,
    value,
    locale: 'en-US',
    nameOf: (person) => {
      const id: unknown =
        typeof person === 'object' && person !== null ? Reflect.get(person, 'id') : ''
      return names[String(id)] ?? null
    },
  })
}
