import { APIError, type CollectionBeforeOperationHook, type Where } from 'payload'

import type { CustomField } from '../domain/custom-field'
import { readCondition } from '../domain/custom-filter'
import { readableFields } from '../queries/readable-fields'

/**
 * Lets callers compare with the agency's own fields as `where[custom.<key>][<operator>]`, each by the
 * comparisons of its type and only where they may see it; a filter would tell what a right hides. From
 * another collection the values cannot be reached at all.
 *
 * @throws APIError 400 that names the field
 */
export const guardCustomQuery: CollectionBeforeOperationHook = async ({
  args,
  collection,
  req,
}) => {
  if (Reflect.get(args, 'overrideAccess')) return args
  const where: unknown = Reflect.get(args, 'where')
  const sort: unknown = Reflect.get(args, 'sort')
  if (
    [sort].flat().some((name) => typeof name === 'string' && isCustomPath(name.replace(/^-/, '')))
  )
    throw problem('Records cannot be sorted by own fields.')
  if (mentionsCustom(Reflect.get(args, 'joins')))
    throw problem('A join cannot be filtered by own fields.')
  if (!mentionsCustom(where) || !isRecord(where)) return args
  const fields = await readableFields({ req, collection: collection.slug })
  return { ...args, where: translated({ where, fields }) }
}

const translated = ({
  where,
  fields,
}: {
  where: Readonly<Record<string, unknown>>
  fields: readonly CustomField[]
}): Where => {
  const all: Where[] = []
  for (const [name, inner] of Object.entries(where)) {
    if (name === 'and' || name === 'or') {
      const parts = listOf(inner).filter(isRecord)
      all.push({ [name]: parts.map((part) => translated({ where: part, fields })) })
      continue
    }
    if (!isCustomPath(name)) {
      if (mentionsCustom(inner)) throw problem(`${name}: own fields of other records stay closed.`)
      all.push(withName({ name, inner }))
      continue
    }
    all.push(...conditionsOf({ name, inner, fields }))
  }
  const [first, ...others] = all
  return others.length > 0 || !first ? { and: all } : first
}

const conditionsOf = ({
  name,
  inner,
  fields,
}: {
  name: string
  inner: unknown
  fields: readonly CustomField[]
}): Where[] => {
  const [column, key, ...rest] = segmentsOf(name)
  const field = fields.find((one) => one.key === key)
  if (column !== 'custom' || !field || rest.length > 0 || !isRecord(inner))
    throw problem(
      `${name}: there is no such field to filter by. Known: ${fields.map((one) => `custom.${one.key}`).join(', ') || 'none'}.`,
    )
  return Object.entries(inner).map(([operator, value]) => {
    const read = readCondition({ field, operator, value })
    if (!read.ok) throw problem(`${name}: ${read.problem}`)
    const { condition } = read
    return { [`custom.${condition.path.join('.')}`]: { [condition.operator]: condition.value } }
  })
}

const withName = ({ name, inner }: { name: string; inner: unknown }): Where =>
  isRecord(inner) ? { [name]: { ...inner } } : {}

/** Payload reads two underscores as a dot. */
const segmentsOf = (path: string): string[] => path.replaceAll('__', '.').split('.')

const isCustomPath = (path: string): boolean => segmentsOf(path).includes('custom')

const mentionsCustom = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(mentionsCustom)
  if (!isRecord(value)) return false
  return Object.entries(value).some(([name, inner]) => isCustomPath(name) || mentionsCustom(inner))
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []

const problem = (message: string): APIError => new APIError(message, 400, null, true)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
