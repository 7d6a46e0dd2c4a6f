import type { Endpoint, PayloadRequest } from 'payload'

import {
  clientAddressOf,
  consume,
  readBytes,
  readJson,
  respondFailure,
  sqlOutside,
} from '#plugins/kernel'
import { ok, refuse, type Failure, type Result } from '#plugins/kernel/domain'
import { applyToJob } from '#plugins/pipeline'
import { isSignedBy } from '../adapters/sign-webhook'
import { isFresh, mostSecondsApart, readIncomingHeaders, type IncomingPurpose } from '../domain'
import type { IntegrationsOptions } from '../options'
import { incomingEndpointOf, type KnownEndpoint } from '../queries/incoming-endpoint-of'
import { keepDelivery } from '../commands/keep-delivery'

const perAddress = { limit: 120, windowSeconds: 60 }
const perEndpoint = { limit: 240, windowSeconds: 60 }

const usualBodyBytes = 256 * 1024

/** An application carries a CV. */
const bodyBytesFor = (purpose: IncomingPurpose): number =>
  purpose === 'application' ? (applyToJob.maxBodyBytes ?? usualBodyBytes) : usualBodyBytes

/**
 * `POST /api/incoming/<public id>`: takes a message of another program, signed as Standard Webhooks
 * describes. Until the signature is proven nothing is written but a word for the admin.
 */
export const incomingWebhookEndpoint = ({ trustedHops }: IntegrationsOptions): Endpoint => ({
  path: '/incoming/:publicId',
  method: 'post',
  handler: async (req) => {
    const { payload, headers } = req
    const calls = await consume({
      payload,
      bucket: 'incoming:address',
      key: clientAddressOf({ headers, trustedHops }),
      ...perAddress,
    })
    if (!calls.allowed) return tooMany(calls.retryAfterSeconds)
    const given: unknown = req.routeParams?.publicId
    const endpoint = await incomingEndpointOf({
      payload,
      publicId: typeof given === 'string' ? given : '',
    })
    if (!endpoint)
      return respondFailure({
        failure: {
          kind: 'missing',
          code: 'not-found',
          message: 'No incoming webhook has this address. Copy it again from the agency’s screen.',
        },
      })
    const read = await readMessage({ req, endpoint })
    if (!read.ok) {
      await noteProblem({ req, endpoint, failure: read.failure })
      return respondFailure({ failure: read.failure, status: read.failure.status })
    }
    const messages = await consume({
      payload,
      bucket: 'incoming',
      key: endpoint.id,
      ...perEndpoint,
    })
    if (!messages.allowed) return tooMany(messages.retryAfterSeconds)
    return await keepDelivery({ payload, endpoint, ...read.value })
  },
})

type Wrong = Failure & { status: number }

/** What was sent, once it is certain that whoever holds the secret sent it just now. */
const readMessage = async ({
  req,
  endpoint,
}: {
  req: PayloadRequest
  endpoint: KnownEndpoint
}): Promise<Result<{ deliveryId: string; bytes: number; message: unknown }, Wrong>> => {
  const maxBytes = bodyBytesFor(endpoint.purpose)
  const body = await readBytes({ body: req.body ?? null, maxBytes })
  if (!body)
    return wrong({
      code: 'body-too-large',
      message: `The message is larger than ${maxBytes} bytes.`,
      status: 413,
    })
  const read = readIncomingHeaders((name) => req.headers.get(name))
  if (!read.ok) return wrong({ ...read.failure, status: 400 })
  const { deliveryId, timestamp, signatures } = read.value
  const { secrets, nowSeconds } = endpoint
  if (!isSignedBy({ id: deliveryId, timestamp, body, signatures, secrets }))
    return wrong({
      code: 'signature-wrong',
      message:
        'The signature does not fit. Sign “<webhook-id>.<webhook-timestamp>.<body>” by HMAC-SHA256 with the secret of this address, over the bytes as they are sent.',
      status: 401,
    })
  if (!isFresh({ timestamp, nowSeconds }))
    return wrong({
      code: 'signature-old',
      message: `This message was signed more than ${mostSecondsApart / 60} minutes ago, or by a clock that is wrong. Sign it anew and send it again.`,
      status: 401,
    })
  const parsed = await readJson({ body: new Response(Buffer.from(body)).body, maxBytes })
  if (!parsed.ok) return refuse<Wrong>(parsed.failure)
  return ok({ deliveryId, bytes: body.byteLength, message: parsed.value })
}

const wrong = (failure: { code: string; message: string; status: number }) =>
  refuse<Wrong>({ kind: 'input', ...failure })

/** Once in ten seconds at most: whoever tries signatures must not have a row written with each. */
const noteProblem = async ({
  req,
  endpoint,
  failure,
}: {
  req: PayloadRequest
  endpoint: KnownEndpoint
  failure: Failure
}): Promise<void> => {
  await sqlOutside(req.payload).run({
    text: `update incoming_endpoints set last_problem = $2, last_problem_at = now()
      where id = $1 and (last_problem_at is null or last_problem_at < now() - interval '10 seconds')`,
    values: [endpoint.id, failure.message],
  })
}

const tooMany = (retryAfterSeconds: number): Response =>
  respondFailure({
    failure: {
      kind: 'limit',
      code: 'too-many',
      message: `Too many messages. Please wait ${retryAfterSeconds} seconds.`,
      retryAfterSeconds,
    },
  })
