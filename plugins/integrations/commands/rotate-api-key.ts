import { z } from 'zod'

import { defineCommand, instant, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { newApiKey } from '../access/api-key-secret'
import { isLiveKey } from '../domain'

/** Gives a key a new secret; the one before works on for a while, so that programs can change over. */
export const rotateApiKey = defineCommand({
  name: 'rotate-api-key',
  summary: 'Replace the secret of an API key; the old one works on for some hours',
  input: z.object({
    apiKeyId: z.uuid(),
    overlapHours: z.coerce
      .number()
      .int()
      .min(0)
      .max(168, 'At most a week: two secrets are twice the risk.')
      .default(24),
  }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  isSecretShownOnce: true,
  run: async ({ input, ctx: { req, sql } }) => {
    const key = await lockRecord({ req, collection: 'api-keys', id: input.apiKeyId })
    if (!key) return refuseMissing('API key')
    if (!isLiveKey(key.state))
      return refuseState({
        code: 'key-ended',
        message: 'This key has ended. Make a new one instead.',
      })
    const { prefix, secret, hash } = newApiKey()
    const changed = await sql.first({
      schema: z.object({ previous_until: instant }),
      text: `update api_keys set previous_hash = secret_hash, secret_hash = $2, prefix = $3,
          previous_until = now() + make_interval(hours => $4), updated_at = now()
        where id = $1 returning previous_until`,
      values: [input.apiKeyId, hash, prefix, input.overlapHours],
    })
    if (!changed) throw new Error('The locked key is gone.')
    await publish({
      req,
      event: {
        name: 'api-key.rotated',
        subject: { kind: 'api-key', id: key.id },
        changes: { prefix: [key.prefix, prefix], previousUntil: [null, changed.previous_until] },
      },
    })
    return ok({ apiKeyId: key.id, secret, prefix, previousUntil: changed.previous_until })
  },
})
