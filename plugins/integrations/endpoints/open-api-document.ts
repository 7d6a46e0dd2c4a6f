import type { PayloadRequest, SanitizedConfig } from 'payload'

import { actorOf, linkCookieName, registryOf } from '#plugins/kernel'
import type { IntegrationsOptions } from '../options'
import { describeCommands } from './describe-commands'
import { describeRecords } from './describe-records'

/**
 * The description of the API (OpenAPI 3.1): every command, and for staff and their keys the records
 * and fields that they may read.
 */
export const openApiDocument = async ({
  req,
  options,
}: {
  req: PayloadRequest
  options: IntegrationsOptions
}): Promise<Record<string, unknown>> => {
  const { config } = req.payload
  const records =
    actorOf(req).kind === 'staff' ? await describeRecords({ req }) : { paths: {}, schemas: {} }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Placewright',
      version: options.version,
      description:
        'Records are read by GET; the world is changed by commands. Programs send an API key: `Authorization: ApiKey pwk_….…`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${options.adminUrl}/api` }],
    tags: tagsOf(config),
    paths: { ...describeCommands(config), ...records.paths },
    components: {
      securitySchemes: securitySchemes({ config, options }),
      schemas: { Failure: failureSchema, ...records.schemas },
    },
  }
}

const tagsOf = (config: SanitizedConfig) => [
  ...registryOf(config)
    .contributions.filter(({ commands }) => (commands ?? []).length > 0)
    .map(({ plugin }) => ({ name: plugin, description: `Commands of ${plugin}` })),
  { name: 'records', description: 'Reading records' },
]

const securitySchemes = ({
  config,
  options,
}: {
  config: SanitizedConfig
  options: IntegrationsOptions
}) => ({
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'The word ApiKey, a space and the key.',
  },
  session: { type: 'apiKey', in: 'cookie', name: `${config.cookiePrefix}-token` },
  link: {
    type: 'apiKey',
    in: 'cookie',
    name: linkCookieName(options.adminUrl.startsWith('https:')),
  },
})

const failureSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', description: 'Stable, for programs.' },
        message: { type: 'string', description: 'What is wrong and what to do.' },
        fields: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'Per wrong field, what is wrong with it.',
        },
      },
    },
  },
  example: {
    error: {
      code: 'invalid-input',
      message: 'Choose a candidate.',
      fields: { candidateId: 'Choose a candidate.' },
    },
  },
}
