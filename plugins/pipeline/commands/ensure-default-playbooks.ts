import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { defaultPlaybooks } from '../domain/default-playbooks'
import { lockPlaybooks } from './lock-playbooks'

/** Gives an agency without playbooks those it begins with; one that has some keeps them as they are. */
export const ensureDefaultPlaybooks = defineCommand({
  name: 'ensure-default-playbooks',
  summary: 'Create the playbooks that a new agency begins with',
  input: z.object({}),
  allow: { staff: 'settings.write' },
  run: async ({ ctx: { req, payload } }) => {
    const known = await lockPlaybooks(req)
    if (known.length > 0) return ok({ created: 0 })
    for (const [at, { name, description, condition, steps }] of defaultPlaybooks.entries())
      await payload.create({
        collection: 'playbooks',
        data: {
          name,
          description,
          position: (at + 1) * 10,
          isActive: true,
          grades: [...(condition.grades ?? [])],
          employmentTypes: [...(condition.employmentTypes ?? [])],
          clientTiers: [...(condition.clientTiers ?? [])],
          feeKinds: [...(condition.feeKinds ?? [])],
          marks: [...(condition.marks ?? [])],
          steps: steps.map((step) => ({ ...step })),
        },
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ created: defaultPlaybooks.length })
  },
})
