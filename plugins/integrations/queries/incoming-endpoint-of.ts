import type { Payload } from 'payload'
import { z } from 'zod'

import { sqlOutside, wholeNumber } from '#plugins/kernel'
import { openSecret } from '../adapters/sign-webhook'
import { incomingPurposeNames, type IncomingPurpose } from '../domain'

export type KnownEndpoint = {
  id: string
  name: string
  state: string
  purpose: IncomingPurpose
  ownerId: string
  /** By which a message may be signed now. */
  secrets: readonly string[]
  /** The time of the database. */
  nowSeconds: number
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  purpose: z.enum(incomingPurposeNames),
  owner_id: z.string(),
  sealed: z.array(z.string()),
  now_seconds: wholeNumber,
})

/** The endpoint of an address. Nobody is signed in: what comes of it is judged by its secret. */
export const incomingEndpointOf = async ({
  payload,
  publicId,
}: {
  payload: Payload
  publicId: string
}): Promise<KnownEndpoint | null> => {
  const found = await sqlOutside(payload).first({
    schema: row,
    text: `select id, name, state, purpose, owner_id,
        case when previous_until > now() and previous_secret is not null
          then array[sealed_secret, previous_secret] else array[sealed_secret] end as sealed,
        floor(extract(epoch from now()))::bigint as now_seconds
      from incoming_endpoints where public_id = $1`,
    values: [publicId],
  })
  return found
    ? {
        id: found.id,
        name: found.name,
        state: found.state,
        purpose: found.purpose,
        ownerId: found.owner_id,
        secrets: found.sealed.map((sealed) => openSecret({ sealed, key: payload.secret })),
        nowSeconds: found.now_seconds,
      }
    : null
}
