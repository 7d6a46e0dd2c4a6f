import type { Endpoint } from 'payload'

import type { IntegrationsOptions } from '../options'
import { openApiDocument } from './open-api-document'

/** `GET /api/openapi.json`: the API as the caller may use it. */
export const openApiEndpoint = (options: IntegrationsOptions): Endpoint => ({
  path: '/openapi.json',
  method: 'get',
  handler: async (req) =>
    Response.json(await openApiDocument({ req, options }), {
      headers: { 'Cache-Control': 'private, no-store' },
    }),
})
