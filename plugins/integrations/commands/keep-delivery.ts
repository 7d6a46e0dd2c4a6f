import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'

import { allPermissions } from '#plugins/agency/domain'
import {
  actorOf,
  inOwnTransaction,
  requestFor,
  respondFailure,
  sqlOf,
  sqlOutside,
} from '#plugins/kernel'
import { can, refuseState, type Failure, type Result } from '#plugins/kernel/domain'
import { fieldsOfMessage, incomingPurposes, isReceiving } from '../domain'
import { sightOf } from '../queries/endpoint-actor'
import type { KnownEndpoint } from '../queries/incoming-endpoint-of'
import { takeIncomingMessage, type Taken } from './take-incoming-message'

type Delivery = {
  endpoint: KnownEndpoint
  deliveryId: string
  bytes: number
  message: unknown
}

/**
 * Takes a message that is proven to be the sender's, once per id: the row that says so and what the
 * message does are one commit. A refusal leaves nothing behind but its line in the log.
 */
export const keepDelivery = async ({
  payload,
  ...delivery
}: Delivery & { payload: Payload }): Promise<Response> => {
  const { endpoint } = delivery
  const req = await requestFor({
    payload,
    actor: { kind: 'system', id: `incoming:${endpoint.id}` },
  })
  const taken = await inOwnTransaction({
    req,
    keep: (result) => result.ok,
    run: async () => {
      const id = await claimOf({ req, delivery })
      if (!id) return refuseState(known)
      const done = await act({ req, delivery })
      if (done.ok) await tellRecord({ req, id, endpoint, record: done.value })
      return done
    },
  })
  if (taken.ok)
    return Response.json(
      { received: true, record: taken.value },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  const answer = respondFailure({ failure: taken.failure })
  if (taken.failure.code !== known.code)
    await logRefusal({ payload, delivery, failure: taken.failure, status: answer.status })
  return answer
}

const known = {
  code: 'delivery-known',
  message:
    'A message with this webhook-id was taken before, and nothing was done again. It counts as delivered: do not send it any more.',
}

/** The row of an id that was not accepted yet; of several at once the others wait here for the first. */
const claimOf = async ({
  req,
  delivery: { endpoint, deliveryId, bytes, message },
}: {
  req: PayloadRequest
  delivery: Delivery
}): Promise<string | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `insert into incoming_deliveries as known
        (id, state, endpoint_id, delivery_id, tries, body_bytes, field_names, answer_status, answer)
      values (uuid_v7(), 'accepted', $1, $2, 1, $3, $4, 200, 'Accepted.')
      on conflict (endpoint_id, delivery_id) do update
        set state = 'accepted', tries = known.tries + 1, body_bytes = $3, field_names = $4,
          answer_status = 200, answer = 'Accepted.', updated_at = now()
        where known.state = 'refused'
      returning id`,
    values: [endpoint.id, deliveryId, bytes, namesIn({ endpoint, message })],
  })
  return row?.id ?? null
}

/** In the name of the colleague whose endpoint it is, with no more rights than the purpose needs. */
const act = async ({
  req,
  delivery: { endpoint, message },
}: {
  req: PayloadRequest
  delivery: Delivery
}): Promise<Result<Taken>> => {
  if (!isReceiving(endpoint.state))
    return refuseState({
      code: 'endpoint-disabled',
      message: 'This incoming webhook is disabled. Ask the agency to enable it.',
    })
  const { purpose, ownerId, id, name } = endpoint
  const { permission } = incomingPurposes[purpose]
  const sight = await sightOf({
    req,
    ownerId,
    endpoint: {
      id,
      name,
      scopes: [permission, ...allPermissions.filter((each) => each.endsWith('.read'))],
    },
  })
  if (!sight || !can({ actor: actorOf(sight.scoped), permission }))
    return refuseState({
      code: 'endpoint-without-right',
      message:
        'The colleague whom this incoming webhook acts for may not do this any more. Ask the agency to let somebody else take it over.',
    })
  return await takeIncomingMessage({ req: sight.scoped, purpose, message })
}

const tellRecord = async ({
  req,
  id,
  endpoint,
  record,
}: {
  req: PayloadRequest
  id: string
  endpoint: KnownEndpoint
  record: Taken
}): Promise<void> => {
  const sql = sqlOf(req)
  await sql.run({
    text: 'update incoming_deliveries set record_kind = $2, record_id = $3 where id = $1',
    values: [id, record.kind, record.id],
  })
  await sql.run({
    text: 'update incoming_endpoints set last_accepted_at = now() where id = $1',
    values: [endpoint.id],
  })
}

const logRefusal = async ({
  payload,
  delivery: { endpoint, deliveryId, bytes, message },
  failure,
  status,
}: {
  payload: Payload
  delivery: Delivery
  failure: Failure
  status: number
}): Promise<void> => {
  const { fields } = failure
  const answer = fields
    ? Object.entries(fields)
        .map(([name, text]) => `${name}: ${text}`)
        .join(' ')
    : failure.message
  await sqlOutside(payload).run({
    text: `insert into incoming_deliveries as known
        (id, state, endpoint_id, delivery_id, tries, body_bytes, field_names, answer_status, answer)
      values (uuid_v7(), 'refused', $1, $2, 1, $3, $4, $5, $6)
      on conflict (endpoint_id, delivery_id) do update
        set tries = known.tries + 1, body_bytes = $3, field_names = $4, answer_status = $5,
          answer = $6, updated_at = now()
        where known.state = 'refused'`,
    values: [
      endpoint.id,
      deliveryId,
      bytes,
      namesIn({ endpoint, message }),
      status,
      answer.slice(0, 1_000),
    ],
  })
}

/** Which of our fields were sent; a name of the sender's own may say anything and is only counted. */
const namesIn = ({ endpoint, message }: { endpoint: KnownEndpoint; message: unknown }): string => {
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    return 'no JSON object'
  const ours = new Set(fieldsOfMessage(endpoint.purpose))
  const sent = Object.keys(message)
  const names = sent.filter((name) => ours.has(name))
  const others = sent.length - names.length
  return [...names, ...(others > 0 ? [`${others} of no meaning here`] : [])].join(', ')
}
