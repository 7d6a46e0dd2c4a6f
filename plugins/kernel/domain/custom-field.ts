import { z } from 'zod'

import { currencyCode } from './schemas'

/** What a field of the agency's own can hold. */
export const customFieldTypes = {
  text: 'Short text',
  longText: 'Long text',
  number: 'Number',
  money: 'Amount of money',
  day: 'Day',
  yesNo: 'Yes or no',
  choice: 'One of a list',
  choices: 'Several of a list',
  link: 'Web link',
  person: 'Person',
} as const

export const customFieldTypeNames = [
  'text',
  'longText',
  'number',
  'money',
  'day',
  'yesNo',
  'choice',
  'choices',
  'link',
  'person',
] as const satisfies readonly (keyof typeof customFieldTypes)[]

export type CustomFieldType = (typeof customFieldTypeNames)[number]

/** Whom a field of the type `person` may name, by subject kind. */
export const personKinds = {
  user: 'A colleague',
  candidate: 'A candidate',
  'client-contact': 'A client contact',
} as const

export const personKindNames = [
  'user',
  'candidate',
  'client-contact',
] as const satisfies readonly (keyof typeof personKinds)[]

export type PersonKind = (typeof personKindNames)[number]

export const customOption = z.object({
  /** Stored; made once from the first label, so that a label may change. */
  value: z.string(),
  label: z.string(),
  /** No longer offered; records that have it keep it. */
  isRetired: z.boolean().optional(),
})

export type CustomOption = z.output<typeof customOption>

/** Shown only while another field of the same record has one of these values, or any (`filled`). */
export const showWhen = z.discriminatedUnion('is', [
  z.object({ key: z.string(), is: z.literal('filled') }),
  z.object({
    key: z.string(),
    is: z.literal('any-of'),
    values: z.array(z.union([z.string(), z.boolean()])).min(1, 'Choose at least one value.'),
  }),
])

export type ShowWhen = z.output<typeof showWhen>

/** A field that the agency has defined for one collection. */
export type CustomField = {
  id: string
  /** Slug of the collection whose records have it. */
  appliesTo: string
  /** The name of its value in `custom`; never changes. */
  key: string
  label: string
  help: string | null
  type: CustomFieldType
  options: readonly CustomOption[]
  currency: string | null
  personKind: PersonKind | null
  isRequired: boolean
  /** States that a record may enter only with this field filled in. */
  requiredIn: readonly string[]
  showWhen: ShowWhen | null
  /** Permissions beside the ones of the record; null: whoever sees or changes the record. */
  readPermission: string | null
  writePermission: string | null
  isInList: boolean
  position: number
  /** Taken out of forms and lists; the values are kept. */
  isRemoved: boolean
}

/** The values of a record, by key. */
export type CustomValues = Readonly<Record<string, unknown>>

export const customMoney = z.object({
  amountMinor: z.number('Enter an amount.').int().safe(),
  currency: currencyCode,
})

export const customPerson = z.object({
  kind: z.enum(personKindNames),
  id: z.uuid('Choose a person.'),
})

/** The values of a record as they come out of its JSON column. */
export const customValuesOf = (stored: unknown): CustomValues => (isRecord(stored) ? stored : {})

/** Whether a field takes part in this record now, by what its condition asks of another field. */
export const isShown = ({
  field,
  values,
}: {
  field: CustomField
  values: CustomValues
}): boolean => {
  const { showWhen: condition } = field
  if (!condition) return true
  const value = valueAt({ values, key: condition.key })
  if (condition.is === 'filled') return isFilled(value)
  const actual = Array.isArray(value) ? value : [value]
  return condition.values.some((wanted) => actual.includes(wanted))
}

/** A `no` is an answer; an empty list or text is none. */
export const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length)

export const valueAt = ({ values, key }: { values: CustomValues; key: string }): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined

/**
 * `Driver’s licence (class)` → `driversLicenceClass`; a number is added to one that is taken. Latin
 * letters and digits only, because keys stand in addresses and in paths of JSON.
 */
export const keyFor = ({ label, taken }: { label: string; taken: readonly string[] }): string => {
  const words = label
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/['’\p{M}]/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  const joined = words
    .map((word, at) => (at === 0 ? lowered(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, 40)
  const base = /^[a-z]/i.test(joined) ? joined : `field${joined}`
  if (!taken.includes(base)) return base
  for (let number = 2; ; number += 1)
    if (!taken.includes(`${base}${number}`)) return `${base}${number}`
}

/** `PPE` is `ppe`, and `Driver` is `driver`. */
const lowered = (word: string): string =>
  word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
