const mostRows = 250
const mostDepth = 3
const mostConditions = 50
const mostValues = 500
const mostPages = 100_000
const mostNesting = 12

/** What a REST call asks of Payload, as its operation receives it. */
export type Asked = {
  limit?: unknown
  depth?: unknown
  page?: unknown
  pagination?: unknown
  joins?: unknown
  where?: unknown
  sort?: unknown
  select?: unknown
  populate?: unknown
}

/**
 * Judges what a REST call asks for before Payload does anything with it: Payload itself accepts any
 * limit, depth and number of conditions.
 *
 * @param isBulk whether many records are changed or deleted by one call; those must be named by id
 * @returns the problem in words, or null
 */
export const judgeAsked = ({ asked, isBulk }: { asked: Asked; isBulk: boolean }): string | null => {
  const isWithoutTotal = asked.pagination === false || asked.pagination === 'false'
  if (isWithoutTotal && asked.limit === undefined)
    return 'pagination=false leaves out the total, not the limit: give a limit too.'
  if (isBulk) {
    if (!namesIds(asked.where)) return 'To change many records name them: where[id][in]=….'
  } else if (wholeIn({ value: asked.limit, from: 1, to: mostRows }) === 'wrong')
    return `limit must be a whole number from 1 to ${mostRows}.`
  if (wholeIn({ value: asked.depth, from: 0, to: mostDepth }) === 'wrong')
    return `depth must be a whole number from 0 to ${mostDepth}.`
  if (wholeIn({ value: asked.page, from: 1, to: mostPages }) === 'wrong')
    return `page must be a whole number from 1 to ${mostPages}.`
  return (
    judgeShapes(asked) ??
    judgeWhere(asked.where) ??
    judgeJoins(asked.joins) ??
    judgeColumns({ name: 'select', value: asked.select }) ??
    judgeColumns({ name: 'populate', value: asked.populate })
  )
}

const judgeShapes = ({ sort, where, joins }: Asked): string | null => {
  if (sort !== undefined && !isListOfText(sort)) return 'sort must be a list of fields.'
  if (where !== undefined && !isRecord(where)) return 'where must be a group of conditions.'
  if (joins !== undefined && joins !== false && !isRecord(joins))
    return 'joins must be a group of joins.'
  return null
}

const judgeJoins = (joins: unknown): string | null => {
  if (!isRecord(joins)) return null
  for (const join of Object.values(joins)) {
    if (join === false || join === undefined) continue
    if (!isRecord(join)) return 'A join must be false or a group of settings.'
    if (wholeIn({ value: join.limit, from: 1, to: mostRows }) === 'wrong')
      return `The limit of a join must be a whole number from 1 to ${mostRows}.`
    if (wholeIn({ value: join.page, from: 1, to: mostPages }) === 'wrong')
      return `The page of a join must be a whole number from 1 to ${mostPages}.`
    if (join.sort !== undefined && typeof join.sort !== 'string')
      return 'The sort of a join must be a field.'
    if (join.where !== undefined && !isRecord(join.where))
      return 'The where of a join must be a group of conditions.'
    const problem = judgeWhere(join.where)
    if (problem) return problem
  }
  return null
}

/** `select` and `populate` name fields and say true or false; anything else reaches no query. */
const judgeColumns = ({ name, value }: { name: string; value: unknown }): string | null => {
  if (value === undefined) return null
  const isColumns = (node: unknown, depth: number): boolean =>
    typeof node === 'boolean' ||
    (isRecord(node) &&
      depth < mostNesting &&
      Object.values(node).every((inner) => isColumns(inner, depth + 1)))
  return isRecord(value) && isColumns(value, 0)
    ? null
    : `${name} must name fields with true or false.`
}

const judgeWhere = (where: unknown): string | null => {
  if (where === undefined) return null
  const size = { conditions: 0, values: 0 }
  const problem = measure({ where, size, depth: 0 })
  if (problem) return problem
  if (size.conditions > mostConditions)
    return `where may have at most ${mostConditions} conditions.`
  return size.values > mostValues ? `A condition may list at most ${mostValues} values.` : null
}

/** Counts conditions and listed values of a where on the way, down to where it stops being one. */
const measure = ({
  where,
  size,
  depth,
}: {
  where: unknown
  size: { conditions: number; values: number }
  depth: number
}): string | null => {
  if (depth > mostNesting) return 'where is nested too deeply.'
  if (!isRecord(where)) return 'where must be a group of conditions.'
  for (const [name, inner] of Object.entries(where)) {
    if (name === 'and' || name === 'or') {
      for (const item of listOf(inner)) {
        const problem = measure({ where: item, size, depth: depth + 1 })
        if (problem) return problem
      }
      continue
    }
    if (name === '_id' || !isRecord(inner))
      return `${name}: a condition is where[field][operator]=….`
    for (const [operator, value] of Object.entries(inner)) {
      if (!operators.has(operator)) return `${operator}: there is no such comparison.`
      size.conditions += 1
      const isNested = operator === 'contains' && isRecord(value)
      const problem = isNested ? measure({ where: value, size, depth: depth + 1 }) : null
      if (problem) return problem
      if (!isNested && !isComparable(value)) return `${name}: this cannot be compared with.`
      const values = typeof value === 'string' ? value.split(',') : listOf(value)
      size.values = Math.max(size.values, values.length)
    }
  }
  return null
}

/** Without the geometric ones: no collection has a point. */
const operators = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'like',
  'not_like',
  'contains',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])

const isComparable = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  listOf(value).every((item) => typeof item !== 'object' || item === null)

const wholeIn = ({
  value,
  from,
  to,
}: {
  value: unknown
  from: number
  to: number
}): 'absent' | 'right' | 'wrong' => {
  if (value === undefined) return 'absent'
  if (typeof value !== 'string' && typeof value !== 'number') return 'wrong'
  const number = typeof value === 'number' ? value : /^\d{1,9}$/.test(value) ? Number(value) : NaN
  return Number.isInteger(number) && number >= from && number <= to ? 'right' : 'wrong'
}

/** Whether every record that can match is one of those named by id. */
const namesIds = (where: unknown): boolean => {
  if (!isRecord(where)) return false
  const { id, and, or } = where
  if (isRecord(id) && (isListOfText(id.in) || typeof id.equals === 'string')) return true
  if (listOf(and).some(namesIds)) return true
  const either = listOf(or)
  return either.length > 0 && either.every(namesIds)
}

const isListOfText = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') ||
  (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))

/** A list, also one that a query string wrote with numbers as keys. */
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
