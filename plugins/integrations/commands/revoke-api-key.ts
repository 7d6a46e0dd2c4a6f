import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'

/** Ends a key at once, the secret before the last rotation included. */
export const revokeApiKey = defineCommand({
  name: 'revoke-api-key',
  summary: 'End an API key at once',
  input: z.object({
    apiKeyId: z.uuid(),
    reason: z.string().trim().min(1, 'Say why, for whoever asks later.').max(500),
  }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { apiKeyId, reason }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'api-keys',
      id: apiKeyId,
      to: 'revoked',
      reason,
      what: 'API key',
    })
    return moved.ok ? ok({ apiKeyId }) : moved
  },
})
