import type { Endpoint } from 'payload'
import { z } from 'zod'

import type { AnyCommand } from '../commands/define-command'
import { linkCookieName } from '../links/link-cookie'
import type { KernelOptions } from '../options'
import { registryOf } from '../registry/registry'

/** `GET /api/openapi.json`: every command with the schema of its input. */
export const openApiEndpoint = (options: KernelOptions): Endpoint => ({
  path: '/openapi.json',
  method: 'get',
  handler: (req) =>
    Response.json({
      openapi: '3.1.0',
      info: { title: 'Placewright', version: options.version },
      servers: [{ url: `${options.adminUrl}/api` }],
      paths: Object.fromEntries(
        [...registryOf(req.payload).commands.values()].map((command) => [
          `/commands/${command.name}`,
          { post: operationOf(command) },
        ]),
      ),
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: `${req.payload.config.cookiePrefix}-token`,
          },
          link: {
            type: 'apiKey',
            in: 'cookie',
            name: linkCookieName(options.adminUrl.startsWith('https:')),
          },
        },
        schemas: { Failure: failureSchema },
      },
    }),
})

const failureSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
  },
}

const operationOf = (command: AnyCommand) => ({
  operationId: command.name,
  summary: command.summary,
  description: whoMayCall(command),
  security: command.allow.anonymous
    ? []
    : [
        ...(command.allow.staff || command.allow.anyStaff || command.allow.portal
          ? [{ session: [] }]
          : []),
        ...(command.allow.link ? [{ link: [] }] : []),
      ],
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key and body within 24 hours give the same answer and one effect.',
      schema: { type: 'string', maxLength: 200 },
    },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }),
      },
    },
  },
  responses: {
    200: { description: 'Done; `result` says what came of it.' },
    ...Object.fromEntries(
      Object.entries({
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

const whoMayCall = ({ allow }: AnyCommand): string =>
  `May be called by ${[
    allow.staff ? `staff with the permission ${allow.staff}` : null,
    allow.anyStaff ? 'every member of staff' : null,
    ...(allow.portal ?? []).map((kind) => `the ${kind} signed in to the portal`),
    allow.link ? `whoever opened the link for ${allow.link.purpose}` : null,
    allow.anonymous ? 'anybody' : null,
  ]
    .filter((who) => who !== null)
    .join(', ')}.`
