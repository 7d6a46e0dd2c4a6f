import type { SanitizedConfig } from 'payload'
import { z } from 'zod'

import { registryOf, type AnyCommand } from '#plugins/kernel'
import { exampleOf } from '../domain'

/** Every command as a path. They do not change while the process lives. */
export const describeCommands = (config: SanitizedConfig): Record<string, unknown> => {
  const known = described.get(config)
  if (known) return known
  const paths = Object.fromEntries(
    registryOf(config).contributions.flatMap(({ plugin, commands }) =>
      (commands ?? []).map((command) => [
        `/commands/${command.name}`,
        { post: operationOf({ command, tag: plugin }) },
      ]),
    ),
  )
  described.set(config, paths)
  return paths
}

const described = new WeakMap<SanitizedConfig, Record<string, unknown>>()

/** An input that the command takes: as whole as it can be, else what must be there. */
export const exampleInput = (command: AnyCommand): unknown => {
  if (command.example !== undefined) return command.example
  const schema = inputSchema(command)
  const whole = exampleOf({ schema, isWhole: true })
  return command.input.safeParse(whole).success ? whole : exampleOf({ schema, isWhole: false })
}

const inputSchema = (command: AnyCommand) => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(command.input, {
    io: 'input',
    unrepresentable: 'any',
  })
  return schema
}

const operationOf = ({ command, tag }: { command: AnyCommand; tag: string }) => ({
  operationId: command.name,
  tags: [tag],
  summary: command.summary,
  description: whoMayCall(command),
  security: securityOf(command),
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key and body within 24 hours give the same answer and one effect.',
      schema: { type: 'string', maxLength: 200 },
      example: '6f1c2f0e-4b1e-4a57-9f0c-2f1f7a1f4c11',
    },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: inputSchema(command),
        examples: { usual: { summary: command.summary, value: exampleInput(command) } },
      },
    },
  },
  responses: {
    200: {
      description: 'Done; `result` says what came of it.',
      content: {
        'application/json': {
          schema: { type: 'object', required: ['result'], properties: { result: {} } },
        },
      },
    },
    ...Object.fromEntries(
      Object.entries({
        401: 'The API key does not count',
        403: 'No right to do this',
        404: 'Not there, or not yours',
        409: 'Not possible in this state',
        422: 'Wrong input; `fields` names each field',
        429: 'Too often; see Retry-After',
      }).map(([status, description]) => [
        status,
        {
          description,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
        },
      ]),
    ),
  },
})

const securityOf = ({ allow, isForPeopleOnly }: AnyCommand): Record<string, string[]>[] =>
  allow.anonymous
    ? []
    : [
        ...(allow.staff && !isForPeopleOnly ? [{ apiKey: [] }] : []),
        ...(allow.staff || allow.portal ? [{ session: [] }] : []),
        ...(allow.link ? [{ link: [] }] : []),
      ]

const whoMayCall = ({ allow, isForPeopleOnly }: AnyCommand): string =>
  `May be called by ${[
    allow.staff ? `staff${isForPeopleOnly ? '' : ' and keys'} with ${allow.staff}` : null,
    ...(allow.portal ?? []).map((kind) => `the ${kind} signed in to the portal`),
    allow.link ? `whoever opened the link for ${allow.link.purpose}` : null,
    allow.anonymous ? 'anybody' : null,
  ]
    .filter((who) => who !== null)
    .join(', ')}.`
