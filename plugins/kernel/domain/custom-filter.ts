import { type CustomField, type CustomFieldType } from './custom-field'
import { isDay } from './time'

export type CustomOperator =
  | 'equals'
  | 'not_equals'
  | 'in'
  | 'not_in'
  | 'contains'
  | 'like'
  | 'exists'
  | 'greater_than'
  | 'greater_than_equal'
  | 'less_than'
  | 'less_than_equal'

const textual = ['equals', 'not_equals', 'in', 'not_in', 'contains', 'like', 'exists'] as const
const ordered = [
  'equals',
  'not_equals',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'exists',
] as const

/** What the values of a type can be compared by, in REST and in lists. */
export const operatorsFor: Readonly<Record<CustomFieldType, readonly CustomOperator[]>> = {
  text: textual,
  longText: ['contains', 'like', 'exists'],
  link: textual,
  number: ordered,
  money: ordered,
  day: ordered,
  yesNo: ['equals', 'not_equals', 'exists'],
  choice: ['equals', 'not_equals', 'in', 'not_in', 'exists'],
  choices: ['contains', 'in', 'exists'],
  person: ['equals', 'not_equals', 'exists'],
}

export type CustomCondition = {
  /** Where the value stands inside the column. */
  path: readonly string[]
  operator: CustomOperator
  value: unknown
}

/**
 * Reads a comparison with a field of the agency's own, whose value may be the text of an address line.
 *
 * @returns the comparison with a value of the field's type, or the problem in words
 */
export const readCondition = ({
  field,
  operator,
  value,
}: {
  field: CustomField
  operator: string
  value: unknown
}): { ok: true; condition: CustomCondition } | { ok: false; problem: string } => {
  const known = operatorsFor[field.type].find((one) => one === operator)
  if (!known)
    return {
      ok: false,
      problem: `“${field.label}” is compared by: ${operatorsFor[field.type].join(', ')}.`,
    }
  if (known === 'exists') {
    const wanted = flagOf(value)
    return wanted === null
      ? { ok: false, problem: `“${field.label}”: exists is true or false.` }
      : { ok: true, condition: { path: [field.key], operator: known, value: wanted } }
  }
  const inner = field.type === 'money' ? ['amountMinor'] : field.type === 'person' ? ['id'] : []
  const list = known === 'in' || known === 'not_in' ? listOf(value) : [value]
  const values = list.map((one) => typed({ type: field.type, value: one }))
  if (values.length === 0 || values.some((one) => one === null))
    return { ok: false, problem: `“${field.label}” cannot be compared with this value.` }
  return {
    ok: true,
    condition: {
      path: [field.key, ...inner],
      operator: known,
      value: known === 'in' || known === 'not_in' ? values : values[0],
    },
  }
}

const flagOf = (value: unknown): boolean | null =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : null

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value]

const typed = ({
  type,
  value,
}: {
  type: CustomFieldType
  value: unknown
}): string | number | boolean | null => {
  switch (type) {
    case 'number':
    case 'money': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      return typeof number === 'number' && Number.isFinite(number) ? number : null
    }
    case 'yesNo':
      return flagOf(value)
    case 'day':
      return typeof value === 'string' && isDay(value) ? value : null
    default:
      return typeof value === 'string' && value !== '' && value.length <= 500 ? value : null
  }
}

/**
 * A comparison inside a `jsonb` column as SQL. Equality is containment, which the GIN index of the
 * column answers; what a value holds stands in a literal of JSON within a literal of SQL.
 *
 * @param column quoted and with its table: `"candidates"."custom"`
 */
export const jsonCondition = ({
  column,
  path,
  operator,
  value,
}: CustomCondition & { column: string }): string => {
  switch (operator) {
    case 'equals':
      return contains({ column, path, value })
    case 'contains':
      return `(${contains({ column, path, value: [value] })} or ${matches({ column, path, test: `@ like_regex ${json(value)} flag "iq"` })})`
    case 'like':
      return matches({ column, path, test: `@ like_regex ${json(value)} flag "iq"` })
    case 'not_equals':
      return `coalesce(not ${contains({ column, path, value })}, true)`
    case 'in':
      return `(${valuesOf(value)
        .flatMap((one) => [
          contains({ column, path, value: one }),
          contains({ column, path, value: [one] }),
        ])
        .join(' or ')})`
    case 'not_in':
      return `coalesce(not (${valuesOf(value)
        .map((one) => contains({ column, path, value: one }))
        .join(' or ')}), true)`
    case 'exists': {
      const found = `coalesce(jsonb_path_exists(${column}, ${literal(pathText(path))}), false)`
      return value === false ? `not ${found}` : found
    }
    case 'greater_than':
      return matches({ column, path, test: `@ > ${json(value)}` })
    case 'greater_than_equal':
      return matches({ column, path, test: `@ >= ${json(value)}` })
    case 'less_than':
      return matches({ column, path, test: `@ < ${json(value)}` })
    case 'less_than_equal':
      return matches({ column, path, test: `@ <= ${json(value)}` })
  }
}

const valuesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const contains = ({
  column,
  path,
  value,
}: {
  column: string
  path: readonly string[]
  value: unknown
}): string => {
  const document = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
  return `${column} @> ${literal(json(document))}::jsonb`
}

const matches = ({
  column,
  path,
  test,
}: {
  column: string
  path: readonly string[]
  test: string
}): string => `coalesce(${column} @? ${literal(`${pathText(path)} ? (${test})`)}::jsonpath, false)`

/** `$."driversLicence"."amountMinor"` */
const pathText = (path: readonly string[]): string => ['$', ...path.map(json)].join('.')

const json = (value: unknown): string => JSON.stringify(value)

/** Doubling the quote is enough: backslashes mean nothing in a literal of standard SQL. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
