import type { FlattenedField } from 'payload'

import { formatMinutes } from '../domain/format'
import { minorDigitsOf } from '../domain/money-currencies'
import { formatScaled } from '../domain/scaled'
import { isUuid } from '../domain/uuid'

/** Null values: the reader may not see them, or they say nothing to people. */
export type TimelineChange = { field: string; from: string | null; to: string | null }

/**
 * A changed field in words. `pair` is `[before, after]`, or null when the reader may not see the
 * values; identifiers of other records say nothing to people and are left out too.
 */
export const changeOf = ({
  field,
  pair,
  zone,
  currency,
}: {
  field: FlattenedField
  pair: unknown
  zone: string
  /** Of the record, for amounts in its minor units. */
  currency: unknown
}): TimelineChange => {
  const name = labelOf(field)
  if (!Array.isArray(pair) || pair.length !== 2 || pair.some(isReference))
    return { field: name, from: null, to: null }
  const [from, to] = pair.map((value: unknown) => textOf({ field, value, zone, currency }))
  return { field: name, from: from ?? null, to: to ?? null }
}

const isReference = (value: unknown): boolean =>
  isUuid(value) || (Array.isArray(value) && value.some(isReference))

const textOf = ({
  field,
  value,
  zone,
  currency,
}: {
  field: FlattenedField
  value: unknown
  zone: string
  currency: unknown
}): string | null => {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return numberOf({ name: nameOf(field), value, currency })
  if (Array.isArray(value))
    return value.every((v) => typeof v === 'string') ? value.join(', ') : null
  if (typeof value !== 'string') return null
  if (field.type === 'date') return momentOf({ value, zone })
  const option = optionOf({ field, value })
  return option ?? (value.length > 120 ? `${value.slice(0, 117)}…` : value)
}

/** The unit of a number stands at the end of its field's name. */
const numberOf = ({
  name,
  value,
  currency,
}: {
  name: string
  value: number
  currency: unknown
}): string => {
  if (name.endsWith('Minutes')) return formatMinutes(value)
  if (name.endsWith('Minor')) return formatScaled({ value, scale: minorDigitsOf(currency) })
  if (name.endsWith('E4')) return formatScaled({ value, scale: 4 })
  if (name.endsWith('Bp')) return `${value / 100}%`
  return String(value)
}

const momentOf = ({ value, zone }: { value: string; zone: string }): string =>
  Number.isNaN(Date.parse(value))
    ? value
    : new Intl.DateTimeFormat('en', {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: zone,
      }).format(new Date(value))

const optionOf = ({ field, value }: { field: FlattenedField; value: string }): string | null => {
  if (field.type !== 'select') return null
  for (const option of field.options)
    if (typeof option === 'object' && option.value === value) return englishOf(option.label)
  return null
}

const labelOf = (field: FlattenedField): string =>
  ('label' in field ? englishOf(field.label) : null) ?? nameOf(field)

const englishOf = (label: unknown): string | null => {
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null) return null
  const text: unknown = Reflect.get(label, 'en')
  return typeof text === 'string' ? text : null
}

const nameOf = (field: FlattenedField): string => ('name' in field ? String(field.name) : '')
