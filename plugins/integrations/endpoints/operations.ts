import { z } from 'zod'

/** An operation of the API as the reference page shows it. */
export type Operation = {
  id: string
  method: 'GET' | 'POST'
  path: string
  group: string
  summary: string
  about: string
  /** Names of the input fields with what they take. */
  fields: readonly { name: string; takes: string; isRequired: boolean }[]
  /** The example of the body, or of the query. */
  example: string
}

const input = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
})

const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: z.object({ type: z.string() }).loose(),
  example: z.union([z.string(), z.number()]).optional(),
})

const operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z.array(parameter),
  requestBody: z
    .object({
      content: z.object({
        'application/json': z.object({
          schema: input,
          examples: z.object({ usual: z.object({ value: z.unknown() }) }),
        }),
      }),
    })
    .optional(),
})

const documentShape = z.object({
  paths: z.record(z.string(), z.object({ get: operation.optional(), post: operation.optional() })),
})

/** The operations of an OpenAPI document of ours, in its order. */
export const operationsIn = (document: unknown): Operation[] =>
  Object.entries(documentShape.parse(document).paths).flatMap(([path, { get, post }]) => [
    ...(get ? [operationOf({ path, method: 'GET', described: get })] : []),
    ...(post ? [operationOf({ path, method: 'POST', described: post })] : []),
  ])

const operationOf = ({
  path,
  method,
  described,
}: {
  path: string
  method: 'GET' | 'POST'
  described: z.output<typeof operation>
}): Operation => {
  const body = described.requestBody?.content['application/json']
  return {
    id: described.operationId,
    method,
    path,
    group: described.tags[0] ?? 'other',
    summary: described.summary,
    about: described.description ?? '',
    fields: body ? fieldsOf(body.schema) : described.parameters.map(fieldOfParameter),
    example: body
      ? JSON.stringify(body.examples.usual.value, null, 2)
      : queryOf(described.parameters),
  }
}

const fieldsOf = ({ properties, required }: z.output<typeof input>): Operation['fields'] =>
  Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    takes: takesOf(schema),
    isRequired: required?.includes(name) ?? false,
  }))

const fieldOfParameter = ({ name, required, description, schema }: z.output<typeof parameter>) => ({
  name,
  takes: description ?? schema.type,
  isRequired: required ?? false,
})

const shape = z
  .object({
    type: z.union([z.string(), z.array(z.string())]),
    format: z.string(),
    enum: z.array(z.unknown()),
    const: z.union([z.string(), z.number(), z.boolean()]),
    items: z.unknown(),
    minimum: z.number(),
    maximum: z.number(),
    maxLength: z.number(),
    anyOf: z.array(z.unknown()),
  })
  .partial()

/** What a field takes, in a few words: “one of temp, permanent”, “list of uuid”. */
const takesOf = (schema: unknown): string => {
  const known = shape.safeParse(schema)
  if (!known.success) return 'any value'
  const { type, format, enum: values, items, minimum, maximum, maxLength, anyOf } = known.data
  if (known.data.const !== undefined) return String(known.data.const)
  if (values) return `one of ${values.map(String).join(', ')}`
  if (anyOf) return [...new Set(anyOf.map(takesOf))].join(' or ')
  if (type === 'array') return `list of ${takesOf(items)}`
  const word = format ?? (Array.isArray(type) ? type.join(' or ') : (type ?? 'any value'))
  const bounds = [
    ...(minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? [`from ${minimum}`] : []),
    ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? [`to ${maximum}`] : []),
    ...(maxLength !== undefined ? [`at most ${maxLength} characters`] : []),
  ]
  return [word, ...bounds].join(' ')
}

const queryOf = (parameters: readonly z.output<typeof parameter>[]): string => {
  const query = new URLSearchParams()
  for (const { name, in: place, example } of parameters)
    if (place === 'query' && example !== undefined) query.set(name, String(example))
  return query.toString()
}
