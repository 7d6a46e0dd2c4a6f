import {
  customMoney,
  customPerson,
  type CustomField,
  type CustomOption,
  type CustomValues,
  isFilled,
  isShown,
  valueAt,
} from './custom-field'
import { isDay } from './time'

export type JudgedValues = {
  /** What is to be stored: the values of before with those that were sent. */
  values: CustomValues
  /** A remedy per wrong field, by key. */
  problems: Readonly<Record<string, string>>
}

/**
 * Judges what was sent for the fields of a record. Keys that were not sent stay as they are, null
 * clears one, and a value that is not changed is never refused, so that an old one does no harm.
 *
 * @param mayWrite whether the writer may change this field
 */
export const judgeValues = ({
  fields,
  before,
  sent,
  mayWrite,
}: {
  fields: readonly CustomField[]
  before: CustomValues
  sent: CustomValues
  mayWrite: (field: CustomField) => boolean
}): JudgedValues => {
  const values: Record<string, unknown> = { ...before }
  const problems: Record<string, string> = {}
  for (const [key, raw] of Object.entries(sent)) {
    const old = valueAt({ values: before, key })
    if (isSame(raw, old)) continue
    const field = fields.find((one) => one.key === key && !one.isRemoved)
    if (!field) {
      problems[key] = `There is no field “${key}” here. ${knownKeys(fields)}`
      continue
    }
    if (!mayWrite(field)) {
      problems[key] = `You may not change “${field.label}”.`
      continue
    }
    const value = tidied({ field, value: raw })
    if (!isFilled(value)) {
      delete values[key]
      continue
    }
    const problem = problemOf({ field, value, old })
    if (problem) problems[key] = `${field.label}: ${problem}`
    else values[key] = value
  }
  return { values, problems }
}

/**
 * What is still missing before a record may be in a state. Hidden fields and those that the writer may
 * not fill in are not asked for.
 *
 * @param state the state the record is to have; null when its kind has none
 * @param isComplete also what is required in every state
 */
export const missingValues = ({
  fields,
  values,
  state,
  isComplete,
  mayWrite,
}: {
  fields: readonly CustomField[]
  values: CustomValues
  state: string | null
  isComplete: boolean
  mayWrite: (field: CustomField) => boolean
}): Record<string, string> => {
  const missing: Record<string, string> = {}
  for (const field of fields) {
    const isAsked =
      (isComplete && field.isRequired) || (state !== null && field.requiredIn.includes(state))
    if (!isAsked || field.isRemoved || !mayWrite(field) || !isShown({ field, values })) continue
    if (!isFilled(valueAt({ values, key: field.key })))
      missing[field.key] = `${field.label}: please fill this in.`
  }
  return missing
}

/** The keys whose values differ, for the history of a record. */
export const changedKeys = ({
  before,
  after,
}: {
  before: CustomValues
  after: CustomValues
}): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isSame(valueAt({ values: before, key }), valueAt({ values: after, key })),
  )

const knownKeys = (fields: readonly CustomField[]): string => {
  const known = fields.filter(({ isRemoved }) => !isRemoved).map(({ key }) => key)
  return known.length > 0 ? `Known: ${known.join(', ')}.` : 'None is defined yet.'
}

/** Forms send texts with spaces at their ends, and lists with the same choice twice. */
const tidied = ({ field, value }: { field: CustomField; value: unknown }): unknown => {
  if (typeof value === 'string') return field.type === 'longText' ? value.trimEnd() : value.trim()
  if (field.type === 'choices' && Array.isArray(value)) return [...new Set(value)]
  return value
}

const mostText = 500
const mostLongText = 10_000

const problemOf = ({
  field,
  value,
  old,
}: {
  field: CustomField
  value: unknown
  old: unknown
}): string | null => {
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string') return 'write a text.'
      if (/[\r\n]/.test(value)) return 'write it on one line.'
      return value.length > mostText ? `at most ${mostText} characters.` : null
    case 'longText':
      if (typeof value !== 'string') return 'write a text.'
      return value.length > mostLongText ? `at most ${mostLongText} characters.` : null
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e15
        ? null
        : 'enter a number such as 12.5.'
    case 'money': {
      if (!customMoney.safeParse(value).success)
        return `enter an amount such as 1,250.00 (amountMinor and currency).`
      const { currency } = customMoney.parse(value)
      return field.currency && currency !== field.currency
        ? `amounts of this field are in ${field.currency}.`
        : null
    }
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : 'write the day as YYYY-MM-DD.'
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'choose yes or no.'
    case 'choice':
      return typeof value === 'string' && isOffered({ field, value, old: [old] })
        ? null
        : offered(field.options)
    case 'choices':
      return Array.isArray(value) &&
        value.every((one) => isOffered({ field, value: one, old: Array.isArray(old) ? old : [] }))
        ? null
        : offered(field.options)
    case 'link':
      return typeof value === 'string' && isWebLink(value)
        ? null
        : 'write a whole address that begins with https:// or http://.'
    case 'person': {
      const person = customPerson.safeParse(value)
      return person.success && person.data.kind === field.personKind ? null : 'choose a person.'
    }
  }
}

/** What is retired may stay where it already is. */
const isOffered = ({
  field,
  value,
  old,
}: {
  field: CustomField
  value: unknown
  old: readonly unknown[]
}): boolean =>
  field.options.some(
    (option) => option.value === value && (!option.isRetired || old.includes(value)),
  )

const offered = (options: readonly CustomOption[]): string =>
  `choose from: ${options
    .filter(({ isRetired }) => !isRetired)
    .map(({ value }) => value)
    .join(', ')}.`

/** Only what a browser opens as a page: an address of another kind could run as a program. */
const isWebLink = (value: string): boolean => {
  if (value.length > 2_000 || /\s/.test(value) || !URL.canParse(value)) return false
  return ['https:', 'http:'].includes(new URL(value).protocol)
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

const sorted = (value: unknown): unknown => {
  if (value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length > 0 ? value.map(sorted) : null
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
