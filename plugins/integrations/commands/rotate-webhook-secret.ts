import { z } from 'zod'

import { defineCommand, instant, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { newWebhookSecret, sealSecret } from '../adapters/sign-webhook'

/** A new secret; for a while messages are signed by both, so that the receiver can change over. */
export const rotateWebhookSecret = defineCommand({
  name: 'rotate-webhook-secret',
  summary: 'Replace the secret of a webhook; the old one signs too for some hours',
  input: z.object({
    webhookId: z.uuid(),
    overlapHours: z.coerce.number().int().min(0).max(168, 'At most a week.').default(24),
  }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  isSecretShownOnce: true,
  run: async ({ input: { webhookId, overlapHours }, ctx: { payload, req, sql } }) => {
    if (!(await lockRecord({ req, collection: 'webhook-endpoints', id: webhookId })))
      return refuseMissing('webhook')
    const secret = newWebhookSecret()
    const changed = await sql.first({
      schema: z.object({ previous_until: instant }),
      text: `update webhook_endpoints set previous_secret = sealed_secret, sealed_secret = $2,
          previous_until = now() + make_interval(hours => $3), updated_at = now()
        where id = $1 returning previous_until`,
      values: [webhookId, sealSecret({ secret, key: payload.secret }), overlapHours],
    })
    await publish({
      req,
      event: {
        name: 'webhook-endpoint.secret-rotated',
        subject: { kind: 'webhook-endpoint', id: webhookId },
      },
    })
    return ok({ webhookId, secret, previousUntil: changed?.previous_until ?? null })
  },
})
