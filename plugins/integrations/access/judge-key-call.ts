import type { Payload } from 'payload'

import { clientAddressOf, consume, respondFailure, sqlOutside } from '#plugins/kernel'
import { bringsApiKey } from './api-key-secret'
import { findApiKey } from './find-api-key'

const perKey = { limit: 600, windowSeconds: 60 }
const refusedPerAddress = { limit: 30, windowSeconds: 60 }

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Stands before every call of the API that brings a key: refuses one that does not count with 401,
 * too many calls with 429, and changes that are no commands with 403. Null lets the call through.
 */
export const judgeKeyCall = async ({
  payload,
  request,
  trustedHops,
}: {
  payload: Payload
  request: Request
  trustedHops: number
}): Promise<Response | null> => {
  const { headers, method } = request
  if (!bringsApiKey(headers)) return null
  const found = await findApiKey({ payload, headers, trustedHops })
  if (!found.ok) {
    const tries = await consume({
      payload,
      bucket: 'api-key:refused',
      key: clientAddressOf({ headers, trustedHops }),
      ...refusedPerAddress,
    })
    return tries.allowed
      ? unauthorised(respondFailure({ failure: found.failure, status: 401 }))
      : tooMany(tries.retryAfterSeconds)
  }
  const { id, address } = found.value
  const calls = await consume({ payload, bucket: 'api-key', key: id, ...perKey })
  if (!calls.allowed) return tooMany(calls.retryAfterSeconds)
  await noteUse({ payload, id, address })
  if (reading.has(method) || new URL(request.url).pathname.startsWith('/api/commands/')) return null
  return respondFailure({
    failure: {
      kind: 'right',
      code: 'by-command-only',
      message:
        'An API key reads records and calls commands. Change this record by a command: /api/openapi.json lists them.',
    },
  })
}

/** Once a minute at most: a busy program must not write a row with each call. */
const noteUse = async ({
  payload,
  id,
  address,
}: {
  payload: Payload
  id: string
  address: string
}): Promise<void> => {
  await sqlOutside(payload).run({
    text: `update api_keys set last_used_at = now(), last_used_from = $2
      where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute'
        or last_used_from is distinct from $2)`,
    values: [id, address],
  })
}

const unauthorised = (response: Response): Response => {
  response.headers.set('WWW-Authenticate', 'ApiKey')
  return response
}

const tooMany = (retryAfterSeconds: number): Response =>
  respondFailure({
    failure: {
      kind: 'limit',
      code: 'too-many',
      message: `Too many calls. Please wait ${retryAfterSeconds} seconds.`,
      retryAfterSeconds,
    },
  })
