import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'

/** Orders that it works on already keep their steps. */
export const switchPlaybook = defineCommand({
  name: 'switch-playbook',
  summary: 'Take a playbook out of use, or into it again',
  input: z.object({ playbookId: chosen('a playbook'), isActive: z.boolean() }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { playbookId, isActive }, ctx: { req, payload } }) => {
    const playbook = await lockRecord({ req, collection: 'playbooks', id: playbookId })
    if (!playbook) return refuseMissing('playbook')
    await payload.update({
      collection: 'playbooks',
      id: playbookId,
      data: { isActive },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ playbookId, isActive })
  },
})
