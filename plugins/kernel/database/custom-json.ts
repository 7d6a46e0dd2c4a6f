import type { PostgresAdapter } from '@payloadcms/db-postgres'

import { jsonCondition, type CustomOperator } from '../domain/custom-filter'

type JsonQuery = {
  column: unknown
  operator: string
  pathSegments: string[]
  value: unknown
}

/**
 * Compares with the values of the agency's own fields by containment, which their GIN index answers, and
 * with the column named by its table. Payload's own comparison knows no order, calls a function that no
 * index serves, and names the column alone, which a second table in the query makes ambiguous.
 */
export const answerCustomQueries = (db: PostgresAdapter): void => {
  const stock: unknown = Reflect.get(db, 'createJSONQuery')
  if (typeof stock !== 'function') throw new Error('Payload no longer compares JSON by itself.')
  Object.assign(db, {
    createJSONQuery: (query: JsonQuery): string => {
      const [first, ...path] = query.pathSegments
      const column = first === 'custom' && path.length > 0 ? columnName(query.column) : null
      if (!column || !isOperator(query.operator)) return String(stock(query))
      return jsonCondition({ column, path, operator: query.operator, value: query.value })
    },
  })
}

const operators: readonly CustomOperator[] = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'contains',
  'like',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
]

const isOperator = (operator: string): operator is CustomOperator =>
  operators.some((known) => known === operator)

/** Drizzle keeps a table's name under a symbol of its own. */
const columnName = (column: unknown): string | null => {
  if (typeof column !== 'object' || column === null) return null
  const name: unknown = Reflect.get(column, 'name')
  const table: unknown = Reflect.get(column, 'table')
  if (typeof name !== 'string' || typeof table !== 'object' || table === null) return null
  const tableName: unknown = Reflect.get(table, Symbol.for('drizzle:Name'))
  return typeof tableName === 'string' ? `${quoted(tableName)}.${quoted(name)}` : null
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
