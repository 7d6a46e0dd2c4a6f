import { entityToJSONSchema, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

import { exampleOf } from '../domain'

type Properties = Record<string, unknown>
type ObjectSchema = { type: 'object'; properties: Properties; required?: string[] }

/** Reading of each collection that the caller may read, with the fields that the caller may read. */
export const describeRecords = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<{ paths: Record<string, unknown>; schemas: Record<string, unknown> }> => {
  const paths: Record<string, unknown> = {}
  const schemas: Record<string, unknown> = {}
  for (const collection of req.payload.config.collections) {
    if (collection.slug.startsWith('payload-') || !(await collection.access.read({ req }))) continue
    const schema = await recordSchema({ req, collection })
    schemas[collection.slug] = schema
    Object.assign(paths, pathsOf({ collection, example: exampleOf({ schema, isWhole: true }) }))
  }
  return { paths, schemas }
}

const recordSchema = async ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
}): Promise<ObjectSchema> => {
  const whole = entityToJSONSchema(req.payload.config, collection, new Map(), 'text')
  const readable = new Set(['id', 'createdAt', 'updatedAt'])
  for (const field of collection.flattenedFields) {
    if ('hidden' in field && field.hidden) continue
    const read = 'access' in field ? field.access?.read : undefined
    if (!read || (await read({ req }))) readable.add(field.name)
  }
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(whole.properties ?? {})
        .filter(([name]) => readable.has(name))
        .map(([name, property]) => [name, plain(property)]),
    ),
    ...(Array.isArray(whole.required)
      ? { required: whole.required.filter((name) => readable.has(name)) }
      : {}),
  }
}

/** Records are read without what they refer to, so a relation is an identifier: depth=0. */
const plain = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(plain)
  if (typeof schema !== 'object' || schema === null) return schema
  const choices: unknown = Reflect.get(schema, 'oneOf')
  if (Array.isArray(choices)) {
    const own = choices.filter((choice) => !isReference(choice))
    if (own.length < choices.length)
      return own.length === 1 ? { ...Object(own[0]), description: 'Identifier' } : { oneOf: own }
  }
  if (isReference(schema)) return { type: 'string', description: 'Identifier' }
  return Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, plain(inner)]))
}

const isReference = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && '$ref' in schema

const pathsOf = ({
  collection,
  example,
}: {
  collection: SanitizedCollectionConfig
  example: unknown
}): Record<string, unknown> => {
  const { slug } = collection
  const record = { $ref: `#/components/schemas/${slug}` }
  const common = {
    tags: ['records'],
    security: [{ apiKey: [] }, { session: [] }],
  }
  return {
    [`/${slug}`]: {
      get: {
        ...common,
        operationId: `${slug}.find`,
        summary: `Find ${nameOf(collection)}`,
        description:
          'Filters are written as `where[field][operator]=value`; operators are equals, not_equals, in, like, contains, exists, greater_than_equal, less_than_equal.',
        parameters: listParameters,
        responses: {
          200: {
            description: 'A page of records',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['docs', 'page', 'limit'],
                  properties: {
                    docs: { type: 'array', items: record },
                    totalDocs: { type: 'integer' },
                    limit: { type: 'integer' },
                    page: { type: 'integer' },
                    totalPages: { type: 'integer' },
                    hasNextPage: { type: 'boolean' },
                    hasPrevPage: { type: 'boolean' },
                  },
                },
                examples: {
                  usual: {
                    summary: 'One record',
                    value: {
                      docs: [example],
                      totalDocs: 1,
                      limit: 10,
                      page: 1,
                      totalPages: 1,
                      hasNextPage: false,
                      hasPrevPage: false,
                    },
                  },
                },
              },
            },
          },
          ...refusals,
        },
      },
    },
    [`/${slug}/{id}`]: {
      get: {
        ...common,
        operationId: `${slug}.read`,
        summary: `Read one of ${nameOf(collection)}`,
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: { type: 'string', format: 'uuid' },
            example: '0190a000-0000-7000-8000-000000000001',
          },
          depth,
        ],
        responses: {
          200: {
            description: 'The record',
            content: {
              'application/json': {
                schema: record,
                examples: { usual: { summary: 'The record', value: example } },
              },
            },
          },
          ...refusals,
          404: { description: 'Not there, or not yours' },
        },
      },
    },
  }
}

const depth = {
  name: 'depth',
  in: 'query',
  description: 'How deep related records are put in; 0 leaves their identifiers.',
  schema: { type: 'integer', minimum: 0, maximum: 4, default: 1 },
  example: 0,
}

const listParameters = [
  {
    name: 'limit',
    in: 'query',
    description: 'Records of a page.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
    example: 10,
  },
  {
    name: 'page',
    in: 'query',
    schema: { type: 'integer', minimum: 1, default: 1 },
    example: 1,
  },
  {
    name: 'sort',
    in: 'query',
    description: 'A field; with a minus before it, the greatest first.',
    schema: { type: 'string' },
    example: '-updatedAt',
  },
  {
    name: 'where',
    in: 'query',
    style: 'deepObject',
    explode: true,
    description: 'Which records.',
    schema: { type: 'object', additionalProperties: true },
  },
  depth,
]

const refusals = Object.fromEntries(
  Object.entries({
    400: 'A parameter is wrong or asks for too much',
    401: 'The API key does not count',
    403: 'No right to read this',
    429: 'Too often; see Retry-After',
  }).map(([status, description]) => [status, { description }]),
)

const nameOf = ({ labels, slug }: SanitizedCollectionConfig): string => {
  const { plural } = labels
  if (typeof plural === 'string') return plural.toLowerCase()
  const text: unknown = typeof plural === 'object' ? Reflect.get(plural, 'en') : null
  return typeof text === 'string' ? text.toLowerCase() : slug
}
