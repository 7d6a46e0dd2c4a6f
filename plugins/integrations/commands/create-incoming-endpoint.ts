import { randomBytes } from 'node:crypto'
import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { newWebhookSecret, sealSecret } from '../adapters/sign-webhook'
import { incomingPurposeNames } from '../domain'
import { endpointName, judgeIncomingOwner } from './judge-incoming-owner'

/** Opens an address for another program; the secret it signs with is told once. */
export const createIncomingEndpoint = defineCommand({
  name: 'create-incoming-endpoint',
  summary: 'Open an address that another program sends signed messages to',
  input: z.object({
    name: endpointName,
    purpose: z.enum(incomingPurposeNames, 'Choose what a message does.'),
  }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  isSecretShownOnce: true,
  rate: { limit: 20, windowSeconds: 3600 },
  run: async ({ input: { name, purpose }, ctx: { actor, payload, req } }) => {
    const owner = judgeIncomingOwner({ actor, purpose })
    if (!owner.ok) return owner
    const secret = newWebhookSecret()
    const endpoint = await payload.create({
      collection: 'incoming-endpoints',
      data: {
        state: 'active',
        name,
        purpose,
        owner: owner.value,
        publicId: `in_${randomBytes(16).toString('hex')}`,
        sealedSecret: sealSecret({ secret, key: payload.secret }),
      },
      req,
      // The collection is closed to hands; the right was checked above.
      overrideAccess: true,
      depth: 0,
    })
    return ok({ incomingEndpointId: endpoint.id, publicId: endpoint.publicId, secret })
  },
})
