import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'

import { getPayload } from 'payload'

import config from '@payload-config'
import { env } from '#env'
import { judgeKeyCall } from '#plugins/integrations'
import { guarded } from '../../../../access/guarded'

const guard = guarded({
  allowedOrigins: [env.ADMIN_URL, env.siteUrl],
  judgeKey: async (request) =>
    await judgeKeyCall({
      payload: await getPayload({ config }),
      request,
      trustedHops: env.TRUSTED_PROXIES,
    }),
})

export const GET = guard(REST_GET(config))
export const POST = guard(REST_POST(config))
export const DELETE = guard(REST_DELETE(config))
export const PATCH = guard(REST_PATCH(config))
export const PUT = guard(REST_PUT(config))
export const OPTIONS = guard(REST_OPTIONS(config))
