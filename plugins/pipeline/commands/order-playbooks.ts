import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { lockPlaybooks } from './lock-playbooks'

export const orderPlaybooks = defineCommand({
  name: 'order-playbooks',
  summary: 'Put the playbooks into the order in which they are tried',
  input: z.object({
    /** All playbooks, those not in use too, in their new order. */
    playbookIds: z.array(chosen('a playbook')).max(200, 'At most 200 playbooks.'),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { playbookIds }, ctx: { req, payload } }) => {
    const known = await lockPlaybooks(req)
    const asked = new Set(playbookIds)
    const isSameSet =
      asked.size === playbookIds.length &&
      playbookIds.length === known.length &&
      known.every((id) => asked.has(id))
    if (!isSameSet)
      return refuseState({
        code: 'changed-meanwhile',
        message: 'These are not exactly the playbooks there are. Look again and order once more.',
      })
    for (const [at, id] of playbookIds.entries())
      await payload.update({
        collection: 'playbooks',
        id,
        data: { position: (at + 1) * 10 },
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ playbookIds })
  },
})
