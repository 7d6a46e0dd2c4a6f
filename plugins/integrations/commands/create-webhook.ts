import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { newWebhookSecret, sealSecret } from '../adapters/sign-webhook'
import { webhookInput } from '../domain'
import { judgeWebhook } from './judge-webhook'

/** Has a program elsewhere told of events; the secret it checks them by is told once. */
export const createWebhook = defineCommand({
  name: 'create-webhook',
  summary: 'Have events sent to a program elsewhere, signed',
  input: webhookInput,
  example: {
    name: 'Payroll system',
    url: 'https://example.com/hooks',
    events: ['placement.*'],
    scopes: [],
  },
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  isSecretShownOnce: true,
  rate: { limit: 20, windowSeconds: 3600 },
  run: async ({ input, ctx }) => {
    const judged = judgeWebhook({ wish: input, ctx })
    if (!judged.ok) return judged
    const { owner, data } = judged.value
    const { payload, req } = ctx
    const secret = newWebhookSecret()
    const endpoint = await payload.create({
      collection: 'webhook-endpoints',
      data: {
        ...data,
        state: 'active',
        owner: owner.id,
        sealedSecret: sealSecret({ secret, key: payload.secret }),
      },
      req,
      // The collection is closed to hands; the right was checked above.
      overrideAccess: true,
      depth: 0,
    })
    return ok({ webhookId: endpoint.id, secret })
  },
})
