const mostRows = 200
const mostDepth = 3
const mostConditions = 50
const mostValues = 500
const mostPages = 100_000

/**
 * Judges the query of a REST call before Payload does anything with it: Payload itself accepts any
 * limit, depth and number of conditions.
 *
 * @returns the problem in words, or null
 */
export const judgeQuery = ({
  query,
  method,
  url,
}: {
  query: Record<string, unknown>
  method: string
  url: string
}): string | null => {
  if (query.pagination === 'false' || query.pagination === false)
    return 'pagination=false is not possible here; use limit and page.'
  const limit = wholeIn({ value: query.limit, from: 1, to: mostRows })
  if (limit === false) return `limit must be a whole number from 1 to ${mostRows}.`
  if (wholeIn({ value: query.depth, from: 0, to: mostDepth }) === false)
    return `depth must be a whole number from 0 to ${mostDepth}.`
  if (wholeIn({ value: query.page, from: 1, to: mostPages }) === false)
    return `page must be a whole number from 1 to ${mostPages}.`
  const joins = query.joins
  if (typeof joins === 'object' && joins !== null)
    for (const join of Object.values(joins))
      if (
        typeof join === 'object' &&
        join !== null &&
        wholeIn({ value: Reflect.get(join, 'limit'), from: 1, to: mostRows }) === false
      )
        return `The limit of a join must be a whole number from 1 to ${mostRows}.`
  const size = sizeOf(query.where)
  if (size.conditions > mostConditions)
    return `where may have at most ${mostConditions} conditions.`
  if (size.values > mostValues) return `in may list at most ${mostValues} values.`
  if (hasForbiddenText(query)) return 'The query holds characters that cannot be stored.'
  const isBulk = (method === 'PATCH' || method === 'DELETE') && !hasIdInPath(url)
  if (isBulk && !namesIds(query.where)) return 'To change many records name them: where[id][in]=….'
  return null
}

/** undefined when absent, false when wrong. */
const wholeIn = ({
  value,
  from,
  to,
}: {
  value: unknown
  from: number
  to: number
}): number | undefined | false => {
  if (value === undefined) return undefined
  if (typeof value !== 'string' && typeof value !== 'number') return false
  const number = Number(value)
  return String(value).trim() !== '' && Number.isInteger(number) && number >= from && number <= to
    ? number
    : false
}

const sizeOf = (where: unknown): { conditions: number; values: number } => {
  let conditions = 0
  let values = 0
  const visit = (node: unknown, depth: number): void => {
    if (depth > 12) {
      conditions = Number.POSITIVE_INFINITY
      return
    }
    if (Array.isArray(node)) {
      for (const item of node) visit(item, depth + 1)
      return
    }
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'and' || key === 'or') visit(Object.values(value ?? {}), depth + 1)
      else if (typeof value === 'object' && value !== null) {
        conditions += 1
        visit(value, depth + 1)
      } else if (typeof value === 'string') values = Math.max(values, value.split(',').length)
      if (Array.isArray(value)) values = Math.max(values, value.length)
    }
  }
  visit(where, 0)
  return { conditions, values }
}

const hasForbiddenText = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed()
  if (typeof value !== 'object' || value === null) return false
  if (depth > 20) return true
  return Object.entries(value).some(
    ([key, inner]) => hasForbiddenText(key) || hasForbiddenText(inner, depth + 1),
  )
}

const hasIdInPath = (url: string): boolean =>
  URL.canParse(url) && new URL(url).pathname.split('/').filter(Boolean).length > 2

const namesIds = (where: unknown): boolean => {
  if (typeof where !== 'object' || where === null) return false
  const id: unknown = Reflect.get(where, 'id')
  return (
    typeof id === 'object' && id !== null && (Reflect.has(id, 'in') || Reflect.has(id, 'equals'))
  )
}
