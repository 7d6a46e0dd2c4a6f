import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { endpointName, judgeIncomingOwner } from './judge-incoming-owner'

/** Another name; whoever changes it answers for it from then on. */
export const changeIncomingEndpoint = defineCommand({
  name: 'change-incoming-endpoint',
  summary: 'Rename an incoming webhook; it then acts for you',
  input: z.object({ incomingEndpointId: z.uuid(), name: endpointName }),
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { incomingEndpointId, name }, ctx: { actor, payload, req } }) => {
    const endpoint = await lockRecord({
      req,
      collection: 'incoming-endpoints',
      id: incomingEndpointId,
    })
    if (!endpoint) return refuseMissing('incoming webhook')
    const owner = judgeIncomingOwner({ actor, purpose: endpoint.purpose })
    if (!owner.ok) return owner
    await payload.update({
      collection: 'incoming-endpoints',
      id: incomingEndpointId,
      data: { name, owner: owner.value },
      req,
      // The collection is closed to hands; the right was checked above.
      overrideAccess: true,
      depth: 0,
    })
    return ok({ incomingEndpointId })
  },
})
