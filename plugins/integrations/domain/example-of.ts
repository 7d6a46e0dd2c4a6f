type Schema = Readonly<Record<string, unknown>>

const id = '0190a000-0000-7000-8000-000000000001'
const day = '2026-12-01'
const moment = '2026-12-01T09:00:00.000Z'

/** Values that a field of this name means; the first that fits is taken. */
const byName: readonly (readonly [RegExp, string | number])[] = [
  [/^email$|Email$/, 'ana.silva@example.com'],
  [/phone/i, '+44 20 7946 0958'],
  [/currency/i, 'GBP'],
  [/country/i, 'GB'],
  [/zone$/i, 'Europe/London'],
  [/locale/i, 'en-GB'],
  [/(On|Until|Since|From)$|^(day|date|weekOf|asOf)$/, day],
  [/(At)$/, moment],
  [/(time|Time)$|^start$/, '09:00'],
  [/^end$/, '17:30'],
  [/^(website|url|href)$|Url$/, 'https://www.example.com'],
  [/^firstName$/, 'Ana'],
  [/^lastName$/, 'Silva'],
  [/(name|Name|title|company)$/, 'Harbour Logistics'],
  [/^ref$|Ref$/, 'JO-2026-0142'],
  [/reason|note|message|text|description/i, 'As agreed on the phone.'],
]

/**
 * A value that a JSON Schema (2020-12 or draft 4) describes, as a person would write it.
 *
 * @param isWhole also fields that may be left out
 * @param refs schemas by the last part of their `$ref`
 */
export const exampleOf = ({
  schema,
  name = '',
  isWhole,
  refs = {},
  depth = 0,
}: {
  schema: unknown
  name?: string
  isWhole: boolean
  refs?: Readonly<Record<string, unknown>>
  depth?: number
}): unknown => {
  if (!isSchema(schema) || depth > 6) return null
  if (schema.example !== undefined) return schema.example
  if ('const' in schema) return schema.const
  if (schema.default !== undefined && schema.default !== null) return schema.default
  if (Array.isArray(schema.enum)) return schema.enum.find((value) => value !== null) ?? null
  const inner = { isWhole, refs, depth: depth + 1 }
  if (typeof schema.$ref === 'string')
    return exampleOf({ schema: refs[schema.$ref.split('/').at(-1) ?? ''], name, ...inner })
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices)) {
    const first = choices.find((choice) => !isNull(choice))
    return exampleOf({ schema: first, name, ...inner })
  }
  if (Array.isArray(schema.allOf)) return exampleOf({ schema: schema.allOf[0], name, ...inner })
  switch (typeOf(schema)) {
    case 'object':
      return objectExample({ schema, inner })
    case 'array': {
      const count = Math.max(1, Number(schema.minItems ?? 1))
      const item = exampleOf({ schema: schema.items, name: singular(name), ...inner })
      return item === null ? [] : Array.from({ length: Math.min(count, 3) }, () => item)
    }
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return numberExample({ schema, name })
    case 'string':
      return stringExample({ schema, name })
    default:
      // A schema that says nothing: the name has to.
      return byName.find(([pattern]) => pattern.test(name))?.[1] ?? null
  }
}

const objectExample = ({
  schema,
  inner,
}: {
  schema: Schema
  inner: { isWhole: boolean; refs: Readonly<Record<string, unknown>>; depth: number }
}): unknown => {
  const properties = isSchema(schema.properties) ? schema.properties : {}
  const required = new Set(Array.isArray(schema.required) ? schema.required.map(String) : [])
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => inner.isWhole || required.has(key))
      .map(([key, property]) => [key, exampleOf({ schema: property, name: key, ...inner })]),
  )
}

const numberExample = ({ schema, name }: { schema: Schema; name: string }): number => {
  const usual = name.endsWith('E4')
    ? 250_000
    : name.endsWith('Minor')
      ? 125_000
      : /minutes/i.test(name)
        ? 480
        : 1
  const least = Number(schema.minimum ?? Number(schema.exclusiveMinimum ?? -1) + 1)
  const most = Number(schema.maximum ?? Number.MAX_SAFE_INTEGER)
  return Math.min(Math.max(usual, least), most)
}

const stringExample = ({ schema, name }: { schema: Schema; name: string }): string => {
  switch (schema.format) {
    case 'uuid':
      return id
    case 'email':
      return 'ana.silva@example.com'
    case 'date':
      return day
    case 'date-time':
      return moment
    case 'uri':
      return 'https://www.example.com'
  }
  if (/^id$|Id$/.test(name)) return id
  const usual = String(byName.find(([pattern]) => pattern.test(name))?.[1] ?? 'Text')
  const length = Number(schema.maxLength ?? usual.length)
  return usual.slice(0, length).padEnd(Number(schema.minLength ?? 0), 'x')
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNull = (schema: unknown): boolean => isSchema(schema) && schema.type === 'null'

/** The first type that is not null; an object without a type is one all the same. */
const typeOf = (schema: Schema): unknown => {
  const { type } = schema
  if (Array.isArray(type)) return type.find((each) => each !== 'null')
  return type ?? (schema.properties ? 'object' : undefined)
}

const singular = (name: string): string => name.replace(/s$/, '')
