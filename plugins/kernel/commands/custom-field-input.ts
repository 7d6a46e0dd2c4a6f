import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Actor } from '../domain/actor'
import {
  type CustomField,
  type CustomOption,
  customFieldTypeNames,
  keyFor,
  personKindNames,
  showWhen,
  type ShowWhen,
} from '../domain/custom-field'
import { isCurrencyCode } from '../domain/money-currencies'
import { customSettingsOf } from '../fields/custom-settings'
import { registryOf } from '../registry/registry'

export const customTypeInput = z.enum(customFieldTypeNames, 'Choose what the field holds.')

/** What may change about a field as long as it lives. */
export const customDetails = z.object({
  label: z.string().trim().min(1, 'Give the field a name.').max(80, 'At most 80 characters.'),
  help: z.string().trim().max(300, 'At most 300 characters.').nullish(),
  /** In their order; one that is known keeps its value, others are new, missing ones are retired. */
  options: z
    .array(
      z.object({
        value: z.string().optional(),
        label: z
          .string()
          .trim()
          .min(1, 'Give each choice a name.')
          .max(80, 'At most 80 characters.'),
      }),
    )
    .max(100, 'At most 100 choices.')
    .optional(),
  isRequired: z.boolean().optional(),
  requiredIn: z.array(z.string()).max(30).optional(),
  showWhen: showWhen.nullish(),
  readPermission: z.string().nullish(),
  writePermission: z.string().nullish(),
  isInList: z.boolean().optional(),
})

export type CustomDetails = z.output<typeof customDetails>

export const customKinds = z.object({
  currency: z.string().nullish(),
  personKind: z.enum(personKindNames, 'Choose whom the field names.').nullish(),
})

/** The states that a field of a collection may be required in, with their names. */
export const statesFor = ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: string
}): readonly { value: string; label: string }[] => {
  const config = req.payload.config.collections.find(({ slug }) => slug === collection)
  const settings = config && customSettingsOf(config)
  if (!settings?.stateField) return []
  const workflow = registryOf(req.payload).workflows.get(collection)
  if (workflow)
    return Object.entries(workflow.states).map(([value, state]) => ({ value, label: state.label }))
  const field = config?.flattenedFields.find(({ name }) => name === settings.stateField)
  if (field?.type !== 'select') return []
  return field.options.flatMap((option) =>
    typeof option === 'object' ? [{ value: option.value, label: englishOf(option.label) }] : [],
  )
}

/** The collections that take fields of the agency's own. */
export const customisedCollections = (req: PayloadRequest): readonly string[] =>
  req.payload.config.collections.filter(customSettingsOf).map(({ slug }) => slug)

/**
 * What is wrong with the details of a field, by the name of the input.
 *
 * @param field the field as it is or is to be; its own condition may not lead back to it
 */
export const problemsOf = ({
  req,
  actor,
  field,
  fields,
  details,
}: {
  req: PayloadRequest
  actor: Actor
  field: Pick<CustomField, 'appliesTo' | 'key' | 'type'>
  fields: readonly CustomField[]
  details: CustomDetails
}): Record<string, string> => {
  const problems: Record<string, string> = {}
  const { permissions } = registryOf(req.payload)
  const live = fields.filter(({ isRemoved, key }) => !isRemoved && key !== field.key)
  if (live.some(({ label }) => label.toLowerCase() === details.label.toLowerCase()))
    problems.label = `There is already a field “${details.label}” here.`
  const hasOptions = field.type === 'choice' || field.type === 'choices'
  if (hasOptions && !details.options?.length) problems.options = 'Name at least one choice.'
  if (!hasOptions && details.options?.length) problems.options = 'Only lists have choices.'
  const labels = (details.options ?? []).map(({ label }) => label.toLowerCase())
  if (new Set(labels).size < labels.length) problems.options = 'Each choice needs its own name.'
  const states = statesFor({ req, collection: field.appliesTo }).map(({ value }) => value)
  const unknown = (details.requiredIn ?? []).filter((state) => !states.includes(state))
  if (unknown.length > 0)
    problems.requiredIn =
      states.length > 0 ? `Choose from: ${states.join(', ')}.` : 'These records have no states.'
  for (const name of ['readPermission', 'writePermission'] as const) {
    const permission = details[name]
    if (!permission) continue
    if (!permissions.has(permission)) problems[name] = 'Choose a right from the list.'
    else if (actor.kind === 'staff' && !actor.permissions.has(permission))
      problems[name] = 'You can only ask for a right that you have yourself.'
  }
  const condition = details.showWhen
    ? conditionProblem({ field, live, at: details.showWhen })
    : null
  if (condition) problems.showWhen = condition
  return problems
}

const conditionProblem = ({
  field,
  live,
  at,
}: {
  field: Pick<CustomField, 'key'>
  live: readonly CustomField[]
  at: ShowWhen
}): string | null => {
  const other = live.find(({ key }) => key === at.key)
  if (!other) return 'Choose another field of the same records.'
  if (other.showWhen) return `“${other.label}” depends on a field itself; choose one that does not.`
  if (live.some(({ showWhen: theirs }) => theirs?.key === field.key))
    return 'Other fields depend on this one, so it has to be shown always.'
  if (at.is === 'filled') return null
  const offered: readonly unknown[] =
    other.type === 'yesNo' ? [true, false] : other.options.map(({ value }) => value)
  if (offered.length === 0)
    return `“${other.label}” has no list of values: ask whether it is filled.`
  return at.values.every((value) => offered.includes(value))
    ? null
    : `Choose values of “${other.label}”.`
}

/** Known choices keep their values whatever they are called now; those left out are retired. */
export const optionsFrom = ({
  before,
  wanted,
}: {
  before: readonly CustomOption[]
  wanted: NonNullable<CustomDetails['options']>
}): CustomOption[] => {
  const taken = before.map(({ value }) => value)
  const live = wanted.map(({ value, label }) => {
    const known =
      before.find((option) => option.value === value) ??
      before.find((option) => option.isRetired && option.label === label)
    const key = known?.value ?? keyFor({ label, taken })
    taken.push(key)
    return { value: key, label }
  })
  const retired = before
    .filter((option) => !live.some(({ value }) => value === option.value))
    .map((option) => ({ ...option, isRetired: true }))
  return [...live, ...retired]
}

export const isKnownCurrency = (value: string | null | undefined): boolean =>
  Boolean(value) && isCurrencyCode(String(value))

const englishOf = (label: unknown): string => {
  if (typeof label === 'string') return label
  const text: unknown = typeof label === 'object' && label !== null ? Reflect.get(label, 'en') : ''
  return typeof text === 'string' ? text : ''
}
