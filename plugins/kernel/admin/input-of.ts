import { recordIn, type CommandField, type FieldValue } from './command-action'
import { parseScaled } from '#plugins/kernel/domain'

export type ReadInput =
  | { ok: true; input: Record<string, unknown> }
  | { ok: false; fields: Record<string, string> }

/**
 * What was typed as the command's input. An empty field is left out; what cannot be read (a letter in
 * an amount) is refused here, everything else is the command's to judge.
 */
export const inputOf = ({
  fields,
  values,
}: {
  fields: readonly CommandField[]
  values: Readonly<Record<string, FieldValue>>
}): ReadInput => {
  const input: Record<string, unknown> = {}
  const problems: Record<string, string> = {}
  for (const field of fields) {
    const read = readField({ field, value: values[field.name] ?? null })
    if (read.problem !== undefined) problems[field.name] = read.problem
    else if (read.value !== undefined) put({ input, path: field.name, value: read.value })
    else if (field.isRequired) problems[field.name] = 'Please fill this in.'
  }
  for (const field of fields) {
    const value = values[field.name]
    const record = recordIn(value)
    if (field.type === 'relation' && field.titleAs && record) input[field.titleAs] = record.title
  }
  return Object.keys(problems).length > 0 ? { ok: false, fields: problems } : { ok: true, input }
}

/** `place.city` becomes `{ place: { city } }`. */
const put = ({
  input,
  path,
  value,
}: {
  input: Record<string, unknown>
  path: string
  value: unknown
}): void => {
  const [head = path, ...rest] = path.split('.')
  if (rest.length === 0) {
    input[head] = value
    return
  }
  const known = input[head]
  const inner: Record<string, unknown> =
    typeof known === 'object' && known !== null ? { ...known } : {}
  put({ input: inner, path: rest.join('.'), value })
  input[head] = inner
}

type Read = { value?: unknown; problem?: string }

const readField = ({ field, value }: { field: CommandField; value: FieldValue }): Read => {
  if (field.type === 'checkbox') return { value: value === true }
  if (field.type === 'relation') {
    const record = recordIn(value)
    return record ? { value: record.id } : {}
  }
  if (field.type === 'moments') {
    const moments = Array.isArray(value) ? value.filter(Boolean) : []
    return moments.length > 0 ? { value: moments } : {}
  }
  if (field.type === 'choices')
    return Array.isArray(value) && value.length > 0 ? { value: [...value] } : {}
  const text = typeof value === 'object' ? '' : String(value).trim()
  if (text === '') return {}
  switch (field.type) {
    case 'number': {
      const number = Number(text)
      return Number.isFinite(number) ? { value: number } : { problem: 'Please write a number.' }
    }
    case 'amount': {
      // A prefilled amount is still in whole units; a typed one is a text.
      if (typeof value === 'number') return { value }
      const amount = parseScaled({ text, scale: field.scale })
      return amount === null ? { problem: 'Write an amount such as 1,250.00.' } : { value: amount }
    }
    case 'lines':
      return {
        value: text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      }
    default:
      return { value: text }
  }
}
