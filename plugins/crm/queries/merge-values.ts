import type { DataFromCollectionSlug, FlattenedField, PayloadRequest } from 'payload'

import { actorOf, customFieldsOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { isEmptyValue, isSameValue, listAfterMerge, mergeGroups } from '../domain/merge'

type Candidate = DataFromCollectionSlug<'candidates'>

/** One value, or some that belong together, of which either record’s is kept. */
export type MergeChoice = {
  key: string
  label: string
  fields: readonly string[]
  kept: readonly unknown[]
  merged: readonly unknown[]
  /** `fills`: only the other one says something, so it is taken by itself. */
  verdict: 'same' | 'kept-alone' | 'fills' | 'differ'
  /** The actor may see the values, and so choose between them. */
  isVisible: boolean
}

export type MergeValues = {
  choices: readonly MergeChoice[]
  /** Lists hold what both say. */
  lists: readonly { name: string; label: string; added: number; after: readonly unknown[] }[]
}

/** Fields that a merge decides by rules of its own. */
const decidedByRule = new Set(['state', 'ref', 'custom', 'doNotContact', 'name', 'deletedAt', 'id'])

/**
 * What both records say, field by field of the collection as it is now: a field that a plugin adds is
 * chosen or put together like the others, without being listed here.
 */
export const mergeValues = async ({
  req,
  kept,
  merged,
}: {
  req: PayloadRequest
  kept: Candidate
  merged: Candidate
}): Promise<MergeValues> => {
  const fields = req.payload.collections.candidates.config.flattenedFields.filter(
    (field) => !decidedByRule.has(field.name) && isStored(field),
  )
  const singles = fields.filter((field) => !isList(field))
  const choices: MergeChoice[] = []
  for (const { key, label, names, deciding } of groupsOf(singles))
    choices.push(
      choiceOf({
        key,
        label,
        names,
        deciding,
        kept,
        merged,
        isVisible: await isReadable({
          req,
          fields: singles.filter(({ name }) => names.includes(name)),
        }),
      }),
    )
  return {
    choices: [...choices, ...(await ownChoices({ req, kept, merged }))],
    lists: fields.filter(isList).map((field) => {
      const before = Reflect.get(kept, field.name)
      const after = listAfterMerge({
        name: field.name,
        kept: before,
        merged: Reflect.get(merged, field.name),
      })
      return {
        name: field.name,
        label: labelOf(field),
        added: after.length - (Array.isArray(before) ? before.length : 0),
        after,
      }
    }),
  }
}

/** The data that the kept record is given. */
export const dataAfterMerge = ({
  values: { choices, lists },
  take,
  kept,
  merged,
}: {
  values: MergeValues
  take: ReadonlySet<string>
  kept: Candidate
  merged: Candidate
}): Record<string, unknown> => {
  const data: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  for (const { key, fields, verdict, isVisible, merged: values } of choices) {
    if (verdict !== 'fills' && !(verdict === 'differ' && take.has(key))) continue
    // The agency’s own fields judge who writes them; such a value stays readable in the merged record.
    if (!isVisible && key.startsWith(ownPrefix)) continue
    for (const [at, field] of fields.entries()) {
      if (field.startsWith(ownPrefix)) custom[field.slice(ownPrefix.length)] = values[at]
      else data[field] = values[at]
    }
  }
  for (const { name, added, after } of lists) if (added > 0) data[name] = after
  // Written without a country, a number would become another one beside that of the kept record.
  if (data.phone !== undefined && kept.country !== merged.country && merged.phoneE164)
    data.phone = merged.phoneE164
  if (data.country !== undefined && data.phone === undefined && kept.phoneE164)
    data.phone = kept.phoneE164
  if (Object.keys(custom).length > 0) data.custom = custom
  if (merged.doNotContact && !kept.doNotContact) data.doNotContact = true
  return data
}

const ownPrefix = 'custom.'

type Single = FlattenedField

const isStored = (field: FlattenedField): boolean => {
  if (Reflect.get(field, 'virtual')) return false
  if (['join', 'ui', 'json'].includes(field.type)) return false
  return !isKeptBySystem(field) || mergeGroups.place.fields.some((name) => name === field.name)
}

/** Nobody types them: they follow from what is typed, or from what happened. */
const isKeptBySystem = (field: FlattenedField): boolean => {
  const { hidden, readOnly } = Reflect.get(field, 'admin') ?? {}
  return hidden === true || readOnly === true
}

const isList = (field: FlattenedField): boolean =>
  field.type === 'array' || field.type === 'blocks' || Reflect.get(field, 'hasMany') === true

const groupsOf = (
  fields: readonly Single[],
): { key: string; label: string; names: string[]; deciding: string[] }[] => {
  const inGroups = new Set<string>(Object.values(mergeGroups).flatMap((group) => [...group.fields]))
  return [
    ...Object.entries(mergeGroups).map(([key, group]) => ({
      key,
      label: group.label,
      names: [...group.fields],
      deciding: group.fields.filter((name) => !group.defaults.some((given) => given === name)),
    })),
    ...fields
      .filter(({ name }) => !inGroups.has(name))
      .map((field) => ({
        key: field.name,
        label: labelOf(field),
        names: [field.name],
        deciding: [field.name],
      })),
  ]
}

const choiceOf = ({
  key,
  label,
  names,
  deciding,
  kept,
  merged,
  isVisible,
}: {
  key: string
  label: string
  names: readonly string[]
  deciding: readonly string[]
  kept: object
  merged: object
  isVisible: boolean
}): MergeChoice => {
  const valuesOf = (of: object, which: readonly string[]) =>
    which.map((name): unknown => Reflect.get(of, name) ?? null)
  const [left, right] = [valuesOf(kept, names), valuesOf(merged, names)]
  return {
    key,
    label,
    fields: names,
    kept: left,
    merged: right,
    isVisible,
    verdict: verdictOf({
      isSame: isSameValue(left, right),
      isKeptEmpty: valuesOf(kept, deciding).every(isEmptyValue),
      isMergedEmpty: valuesOf(merged, deciding).every(isEmptyValue),
    }),
  }
}

const verdictOf = ({
  isSame,
  isKeptEmpty,
  isMergedEmpty,
}: {
  isSame: boolean
  isKeptEmpty: boolean
  isMergedEmpty: boolean
}): MergeChoice['verdict'] => {
  if (isSame) return 'same'
  if (isMergedEmpty) return 'kept-alone'
  return isKeptEmpty ? 'fills' : 'differ'
}

const isReadable = async ({
  req,
  fields,
}: {
  req: PayloadRequest
  fields: readonly Single[]
}): Promise<boolean> => {
  for (const field of fields) {
    const { read } = Reflect.get(field, 'access') ?? {}
    if (typeof read === 'function' && !(await read({ req }))) return false
  }
  return true
}

/** Fields that the agency defined itself, each by its key. */
const ownChoices = async ({
  req,
  kept,
  merged,
}: {
  req: PayloadRequest
  kept: Candidate
  merged: Candidate
}): Promise<MergeChoice[]> => {
  const actor = actorOf(req)
  const [left, right] = [recordOf(kept.custom), recordOf(merged.custom)]
  return (await customFieldsOf({ req, collection: 'candidates' }))
    .filter(
      ({ isRemoved, key }) => !isRemoved && (Object.hasOwn(left, key) || Object.hasOwn(right, key)),
    )
    .map(({ key, label, readPermission }) => ({
      ...choiceOf({
        key: `${ownPrefix}${key}`,
        label,
        names: [key],
        deciding: [key],
        kept: left,
        merged: right,
        isVisible: readPermission === null || can({ actor, permission: readPermission }),
      }),
      fields: [`${ownPrefix}${key}`],
    }))
}

const recordOf = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {}

const labelOf = (field: FlattenedField): string => {
  const label: unknown = Reflect.get(field, 'label')
  const text: unknown =
    typeof label === 'object' && label !== null ? Reflect.get(label, 'en') : label
  return typeof text === 'string' ? text : field.name
}
