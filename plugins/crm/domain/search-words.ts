/**
 * What somebody looked for, in words: the text they typed, or the conditions of a list.
 *
 * @param labelOf how a field is called; null when the reader may not see it, whose comparison is then
 *   left out, since it would tell of values
 */
export const searchWords = ({
  criteria,
  labelOf,
}: {
  criteria: string
  labelOf: (path: string) => string | null
}): string => {
  const where = conditionsIn(criteria)
  return where ? wordsOf({ where, labelOf }) : `“${criteria}”`
}

/** The fields that the conditions compare, by their paths; none for a text. */
export const searchedFields = (criteria: string): string[] => fieldsIn(conditionsIn(criteria))

type Conditions = Readonly<Record<string, unknown>>

const conditionsIn = (criteria: string): Conditions | null => {
  if (!criteria.startsWith('{')) return null
  try {
    const parsed: unknown = JSON.parse(criteria)
    return isRecord(parsed) ? parsed : null
  } catch {
    // Somebody typed a brace.
    return null
  }
}

const fieldsIn = (where: unknown): string[] => {
  if (Array.isArray(where)) return where.flatMap(fieldsIn)
  if (!isRecord(where)) return []
  return Object.entries(where).flatMap(([name, inner]) =>
    name === 'and' || name === 'or' ? fieldsIn(inner) : [name],
  )
}

const wordsOf = ({
  where,
  labelOf,
}: {
  where: Conditions
  labelOf: (path: string) => string | null
}): string =>
  Object.entries(where)
    .map(([name, inner]) => {
      if (name !== 'and' && name !== 'or') return comparisonOf({ label: labelOf(name), inner })
      const parts = [inner]
        .flat()
        .filter(isRecord)
        .map((part) => wordsOf({ where: part, labelOf }))
        .filter((part) => part !== '')
      return name === 'or' && parts.length > 1 ? `(${parts.join(' or ')})` : parts.join(' and ')
    })
    .filter((part) => part !== '')
    .join(' and ')

const comparisonOf = ({ label, inner }: { label: string | null; inner: unknown }): string => {
  if (label === null) return 'a field that your role may not see'
  if (!isRecord(inner)) return label
  return Object.entries(inner)
    .map(([operator, value]) => {
      if (operator === 'exists')
        return `${label} ${value === true || value === 'true' ? 'is filled in' : 'is empty'}`
      return `${label} ${operators[operator] ?? operator.replaceAll('_', ' ')} ${valueOf(value)}`
    })
    .join(' and ')
}

const operators: Readonly<Record<string, string>> = {
  equals: 'is',
  not_equals: 'is not',
  in: 'is one of',
  not_in: 'is none of',
  all: 'has all of',
  like: 'contains',
  not_like: 'does not contain',
  contains: 'contains',
  greater_than: 'is over',
  greater_than_equal: 'is at least',
  less_than: 'is under',
  less_than_equal: 'is at most',
}

const valueOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(valueOf).join(', ')
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}

const isRecord = (value: unknown): value is Conditions =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
