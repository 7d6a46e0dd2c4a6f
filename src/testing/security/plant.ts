import { randomUUID } from 'node:crypto'
import type { CollectionSlug, FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'

/** Rows of every collection of the product, written below hooks and rules as a migration would. */
export type Planted = ReadonlyMap<string, readonly string[]>

type Row = Record<string, unknown>

const perCollection = 2

/** Values that columns with rules of their own accept, by the name of the field. */
const known: Record<string, (nonce: string) => unknown> = {
  zone: () => 'Europe/London',
  currency: () => 'GBP',
  locale: () => 'en-GB',
  country: () => 'GB',
  email: (nonce) => `${nonce}@planted.test`,
  hostname: (nonce) => `h${nonce}.planted.test`,
  slug: (nonce) => `s-${nonce}`,
  workweekStartsOn: () => 1,
  invoicePrefix: (nonce) =>
    nonce.slice(0, 6).replaceAll(/./g, (sign) => 'ABCDEFGHIJKLMNOP'[parseInt(sign, 16)] ?? ''),
}

/** What a restricted number is planted as: recognisable wherever it would come out. */
export const canaryNumber = 7_340_017
export const canaryText = 'planted-canary'

export const isBuiltIn = (slug: string): boolean => slug.startsWith('payload-')

/**
 * Two rows in every collection: required fields and all fields with a reading rule are filled,
 * relations lead to other planted rows.
 */
export const plantRows = async ({ payload }: { payload: Payload }): Promise<Planted> => {
  await dropChecks(payload)
  const planted = new Map<string, string[]>()
  const plant = async (slug: string, trail: readonly string[]): Promise<string> => {
    const rows = planted.get(slug) ?? []
    planted.set(slug, rows)
    const collection = payload.config.collections.find((each) => each.slug === slug)
    if (!collection) throw new Error(`There is no collection ${slug}.`)
    const data: Row = {}
    for (const field of collection.flattenedFields) {
      const value = await valueFor({ field, slug, trail: [...trail, slug] })
      if (value !== undefined) data[field.name] = value
    }
    Object.assign(data, fileOf(collection))
    const row = await payload.db.create({ collection: collection.slug, data, req: {} })
    rows.push(String(row.id))
    return String(row.id)
  }
  const valueFor = async ({
    field,
    slug,
    trail,
  }: {
    field: FlattenedField
    slug: string
    trail: readonly string[]
  }): Promise<unknown> => {
    if (!isWanted(field)) return undefined
    if (field.type === 'relationship' || field.type === 'upload') {
      const target = Array.isArray(field.relationTo) ? field.relationTo[0] : field.relationTo
      if (!target || trail.includes(target)) return undefined
      // The second row leads to the second, so that what is unique per relation stays so.
      const index = planted.get(slug)?.length ?? 0
      const id = planted.get(target)?.[index] ?? (await plant(target, trail))
      const value = Array.isArray(field.relationTo) ? { relationTo: target, value: id } : id
      return 'hasMany' in field && field.hasMany ? [value] : value
    }
    if (field.type === 'group') {
      const group: Row = {}
      for (const inner of field.flattenedFields) {
        const value = await valueFor({ field: inner, slug, trail })
        if (value !== undefined) group[inner.name] = value
      }
      return group
    }
    const value = plainValue({ field, index: (planted.get(slug)?.length ?? 0) + 1 })
    return 'hasMany' in field && field.hasMany && value !== undefined ? [value] : value
  }
  for (const collection of payload.config.collections) {
    const { slug } = collection
    if (isBuiltIn(slug)) continue
    if (isOnePerChoice(collection)) planted.set(slug, await rowsThere({ payload, slug }))
    while ((planted.get(slug)?.length ?? 0) < perCollection) await plant(slug, [])
  }
  return planted
}

/**
 * What a value must be in relation to others, or beside what the config requires, does not matter here
 * and would make every row special.
 */
const dropChecks = async (payload: Payload): Promise<void> => {
  const { poolOf, tableOf } = await import('#plugins/kernel')
  const pool = poolOf(payload)
  const { rows } = await pool.query<{ statement: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
      from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace and conislocal and conparentid = 0
    union all
    select format('alter table %I alter column %I drop not null', table_name, column_name)
      from information_schema.columns
      where table_schema = 'public' and is_nullable = 'NO' and column_default is null
        and column_name like '%\\_%' and column_name not like '\\_%' and column_name not like '%\\_id'
        and table_name = any ($1)
    union all
    select format('drop index %s', indexrelid::regclass) from pg_index
      join pg_class on pg_class.oid = indrelid and relnamespace = 'public'::regnamespace
      where indisunique and indexprs is not null and not relispartition`,
    [payload.config.collections.map(({ slug }) => tableOf(slug))],
  )
  for (const { statement } of rows) await pool.query(statement)
}

/** One row per choice of a list: the installation brings them all, there is nothing to plant. */
const isOnePerChoice = ({ flattenedFields }: SanitizedCollectionConfig): boolean =>
  flattenedFields.some((field) => field.type === 'select' && field.unique)

const rowsThere = async ({
  payload,
  slug,
}: {
  payload: Payload
  slug: CollectionSlug
}): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: slug,
    limit: perCollection,
    depth: 0,
    overrideAccess: true,
  })
  return docs.map(({ id }) => String(id))
}

const isWanted = (field: FlattenedField): boolean => {
  if ('virtual' in field && field.virtual) return false
  if (['createdAt', 'updatedAt', 'id', 'deletedAt', '_status'].includes(field.name)) return false
  const isRequired = 'required' in field && Boolean(field.required)
  const isUnique = 'unique' in field && Boolean(field.unique)
  return isRequired || isUnique || isRestricted(field) || field.type === 'group'
}

/** Whether the field says itself who may read it. */
export const isRestricted = (field: FlattenedField): boolean =>
  field.name !== 'sessions' && Boolean('access' in field && field.access?.read)

const mondays: readonly string[] = ['', '2026-11-02', '2026-11-09']

/** @param index of the row in its collection, from 1: what is unique together differs by it */
const plainValue = ({ field, index }: { field: FlattenedField; index: number }): unknown => {
  const nonce = randomUUID().slice(0, 8)
  const rule = known[field.name]
  if (rule) return rule(nonce)
  if (!isRestricted(field) && 'defaultValue' in field) {
    const { defaultValue } = field
    if (['string', 'boolean'].includes(typeof defaultValue)) return defaultValue
  }
  switch (field.type) {
    case 'number':
      if (isRestricted(field)) return canaryNumber
      // Beyond the rows that every installation brings.
      return field.unique ? 1_000_000 + index : index
    case 'date':
      return '2026-11-16T00:00:00.000Z'
    case 'checkbox':
      return false
    case 'json':
      return {}
    case 'select':
    case 'radio': {
      const [first] = field.options
      return typeof first === 'object' ? first.value : first
    }
    case 'text':
    case 'textarea':
    case 'code':
    case 'email':
      if (/(On|Until)$/.test(field.name)) return mondays[index] ?? '2026-11-16'
      if (!isRestricted(field)) return `planted ${nonce}`
      return field.unique ? `${canaryText} ${nonce}` : canaryText
    default:
      return undefined
  }
}

const fileOf = (collection: SanitizedCollectionConfig): Row =>
  collection.upload
    ? { filename: `${randomUUID()}.pdf`, mimeType: 'application/pdf', filesize: 1 }
    : {}
