import { BlockList, isIPv6 } from 'node:net'
import type { Payload } from 'payload'
import { z } from 'zod'

import { exactAddressOf, sqlOutside } from '#plugins/kernel'
import { ok, refuse, type Failure, type Result } from '#plugins/kernel/domain'
import { networkOfRule } from '../domain'
import { apiKeyIn, hashOfKey } from './api-key-secret'

export type KnownKey = {
  id: string
  name: string
  ownerId: string
  scopes: readonly string[]
  address: string
}

const keyRow = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  scopes: z.array(z.string()),
  allowed_from: z.array(z.string()),
  is_live: z.boolean(),
  is_owner_disabled: z.boolean(),
})

/** The key that a call brings, or why it does not count. Changes nothing. */
export const findApiKey = async ({
  payload,
  headers,
  trustedHops,
}: {
  payload: Payload
  headers: Headers
  trustedHops: number
}): Promise<Result<KnownKey>> => {
  const secret = apiKeyIn(headers)
  if (secret === null)
    return refused({
      code: 'api-key-malformed',
      message: 'This is no API key. Send “Authorization: ApiKey pwk_….…” as it was shown.',
    })
  const row = await sqlOutside(payload).first({
    schema: keyRow,
    text: `select key.id, key.name, key.owner_id, key.scopes,
        array(select allowed.text from api_keys_texts allowed
          where allowed.parent_id = key.id and allowed.path = 'allowedFrom' order by allowed."order")
          as allowed_from,
        key.state = 'active' and key.expires_at > now()
          and (key.secret_hash = $1 or key.previous_until > now()) as is_live,
        coalesce(owner.is_disabled, false) as is_owner_disabled
      from api_keys key join users owner on owner.id = key.owner_id
      where key.secret_hash = $1 or key.previous_hash = $1`,
    values: [hashOfKey(secret)],
  })
  // Unknown, expired and revoked look the same to whoever tries keys.
  if (!row || !row.is_live || row.is_owner_disabled)
    return refused({
      code: 'api-key-invalid',
      message:
        'This API key is not known, has expired, was rotated or revoked, or its owner was disabled. Ask for a new one.',
    })
  const address = exactAddressOf({ headers, trustedHops })
  if (!isAllowed({ address, rules: row.allowed_from }))
    return refused({
      code: 'api-key-elsewhere',
      message: `This API key may not be used from ${address}. Have the address added to a new key.`,
    })
  return ok({
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    scopes: row.scopes,
    address,
  })
}

const refused = ({ code, message }: { code: string; message: string }) =>
  refuse<Failure>({ kind: 'right', code, message })

const isAllowed = ({ address, rules }: { address: string; rules: readonly string[] }): boolean => {
  if (rules.length === 0) return true
  const list = new BlockList()
  for (const rule of rules) {
    const { network, prefix, family } = networkOfRule(rule)
    list.addSubnet(network, prefix, family)
  }
  const bare = address.replace(/%.*$/, '')
  // `check` finds an IPv4 address written as IPv6 among the IPv4 rules by itself.
  return list.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4')
}
