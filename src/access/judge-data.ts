import type { FlattenedField } from 'payload'

export type WrongField = { path: string; message: string }

/**
 * Whether each value that was sent is of the kind its field holds. Payload hands it to hooks before it
 * validates, and those expect a text where a text stands in the config.
 */
export const judgeData = ({
  fields,
  data,
  path = '',
}: {
  fields: readonly FlattenedField[]
  data: Readonly<Record<string, unknown>>
  path?: string
}): WrongField[] =>
  fields.flatMap((field) => {
    const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined
    if (value === undefined) return []
    const here = path === '' ? field.name : `${path}.${field.name}`
    if (field.type === 'group' || field.type === 'tab') {
      if (!isRecord(value)) return [{ path: here, message: 'This is a group of fields.' }]
      return judgeData({ fields: field.flattenedFields, data: value, path: here })
    }
    if (field.type === 'array')
      return judgeRows({ fields: field.flattenedFields, value, path: here })
    return fits({ field, value }) ? [] : [{ path: here, message: 'This is not possible here.' }]
  })

const judgeRows = ({
  fields,
  value,
  path,
}: {
  fields: readonly FlattenedField[]
  value: unknown
  path: string
}): WrongField[] => {
  // An empty list comes out of a form as 0.
  if (value === null || value === 0 || value === '') return []
  if (!Array.isArray(value)) return [{ path, message: 'This is a list.' }]
  return value.flatMap((row: unknown, index) =>
    isRecord(row)
      ? judgeData({ fields, data: row, path: `${path}.${index}` })
      : [{ path: `${path}.${index}`, message: 'This is a row of a list.' }],
  )
}

const fits = ({ field, value }: { field: FlattenedField; value: unknown }): boolean => {
  if (value === null) return true
  const isMany = 'hasMany' in field && field.hasMany === true
  const all = (test: (one: unknown) => boolean): boolean =>
    isMany && Array.isArray(value) ? value.every(test) : test(value)
  switch (field.type) {
    case 'text':
    case 'select':
      return all(isText)
    case 'textarea':
    case 'email':
    case 'code':
    case 'radio':
      return isText(value)
    case 'date':
      return isText(value) || value instanceof Date
    case 'number':
      return all((one) => typeof one === 'number' || (isText(one) && !Number.isNaN(Number(one))))
    case 'checkbox':
      return typeof value === 'boolean' || value === 'true' || value === 'false' || value === ''
    case 'relationship':
    case 'upload':
      return all((one) => isText(one) || isRecord(one) || one === null)
    case 'richText':
      return isRecord(value) || Array.isArray(value) || value === ''
    default:
      return true
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
