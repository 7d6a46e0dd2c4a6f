import { z } from 'zod'

import { defineCommand, instant, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { newWebhookSecret, sealSecret } from '../adapters/sign-webhook'

/** A new secret; for a while signatures by both count, so that the sender can change over. */
export const rotateIncomingSecret = defineCommand({
  name: 'rotate-incoming-secret',
  summary: 'Replace the secret of an incoming webhook; the old one counts for some hours',
  input: z.object({
    incomingEndpointId: z.uuid(),
    overlapHours: z.coerce.number().int().min(0).max(168, 'At most a week.').default(24),
  }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  isSecretShownOnce: true,
  run: async ({ input: { incomingEndpointId, overlapHours }, ctx: { payload, req, sql } }) => {
    const id = incomingEndpointId
    if (!(await lockRecord({ req, collection: 'incoming-endpoints', id })))
      return refuseMissing('incoming webhook')
    const secret = newWebhookSecret()
    const changed = await sql.first({
      schema: z.object({ previous_until: instant }),
      text: `update incoming_endpoints set previous_secret = sealed_secret, sealed_secret = $2,
          previous_until = now() + make_interval(hours => $3), updated_at = now()
        where id = $1 returning previous_until`,
      values: [id, sealSecret({ secret, key: payload.secret }), overlapHours],
    })
    await publish({
      req,
      event: {
        name: 'incoming-endpoint.secret-rotated',
        subject: { kind: 'incoming-endpoint', id },
      },
    })
    return ok({ incomingEndpointId: id, secret, previousUntil: changed?.previous_until ?? null })
  },
})
