import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { webhookInput } from '../domain'
import { judgeWebhook } from './judge-webhook'

/** Whoever changes what a webhook sees answers for it from then on. */
export const changeWebhook = defineCommand({
  name: 'change-webhook',
  summary: 'Change name, address, events or scopes of a webhook; it then acts for you',
  input: webhookInput.extend({ webhookId: z.uuid() }),
  example: {
    webhookId: '0190a000-0000-7000-8000-000000000001',
    name: 'Payroll system',
    url: 'https://example.com/hooks',
    events: ['placement.*'],
    scopes: [],
  },
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { webhookId, ...wish }, ctx }) => {
    const { payload, req } = ctx
    const judged = judgeWebhook({ wish, ctx })
    if (!judged.ok) return judged
    if (!(await lockRecord({ req, collection: 'webhook-endpoints', id: webhookId })))
      return refuseMissing('webhook')
    await payload.update({
      collection: 'webhook-endpoints',
      id: webhookId,
      data: { ...judged.value.data, owner: judged.value.owner.id },
      req,
      // The collection is closed to hands; the right was checked above.
      overrideAccess: true,
      depth: 0,
    })
    return ok({ webhookId })
  },
})
