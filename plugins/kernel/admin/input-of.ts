import type { CommandField, FieldValue } from './command-action'
import { parseScaled } from './scaled'

export type ReadInput =
  | { ok: true; input: Record<string, unknown> }
  | { ok: false; fields: Record<string, string> }

/**
 * What was typed as the command's input. An empty field is left out; what cannot be read (a letter in
 * an amount) is refused here, everything else is the command's to judge.
 */
export const inputOf = async ({
  fields,
  values,
}: {
  fields: readonly CommandField[]
  values: Readonly<Record<string, FieldValue>>
}): Promise<ReadInput> => {
  const input: Record<string, unknown> = {}
  const problems: Record<string, string> = {}
  for (const field of fields) {
    const read = await readField({ field, value: values[field.name] ?? null })
    if (read.problem !== undefined) problems[field.name] = read.problem
    else if (read.value !== undefined) input[field.name] = read.value
    else if (field.isRequired) problems[field.name] = 'Please fill this in.'
  }
  return Object.keys(problems).length > 0
    ? { ok: false, fields: problems }
    : { ok: true, input }
}

type Read = { value?: unknown; problem?: string }

const readField = async ({
  field,
  value,
}: {
  field: CommandField
  value: FieldValue
}): Promise<Read> => {
  if (field.type === 'checkbox') return { value: value === true }
  if (field.type === 'relation')
    return typeof value === 'object' && value !== null ? { value: value.id } : {}
  const text = String(value ?? '').trim()
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
    case 'moment': {
      const [day, time] = text.split('T')
      if (!day || !time) return { problem: 'Please choose day and time.' }
      // Loaded when it is needed: the calendar arithmetic is large.
      const { instantOf } = await import('#plugins/kernel/domain')
      const { instant, kind } = instantOf({ day, time: time.slice(0, 5), zone: field.zone })
      return kind === 'skipped'
        ? { problem: 'The clocks go forward then: this time does not exist.' }
        : { value: instant }
    }
    default:
      return { value: text }
  }
}
