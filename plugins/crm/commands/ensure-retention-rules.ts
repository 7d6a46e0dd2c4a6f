import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { retainedClasses, retentionDefaults } from '../domain/retention'

/** Gives a new installation its rules, all switched off; rules that exist stay as they are. */
export const ensureRetentionRules = defineCommand({
  name: 'ensure-retention-rules',
  summary: 'Write down for how long data is kept, for the agency to judge and switch on',
  input: z.object({}),
  allow: { staff: 'privacy.manage' },
  run: async ({ ctx: { req, payload } }) => {
    const { docs } = await payload.find({
      collection: 'retention-rules',
      pagination: false,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const missing = retainedClasses.filter(
      (dataClass) => !docs.some((rule) => rule.dataClass === dataClass),
    )
    for (const dataClass of missing) {
      const { label: name, months, basis } = retentionDefaults[dataClass]
      await payload.create({
        collection: 'retention-rules',
        data: { name, dataClass, keepMonths: months, basis, isOn: false },
        req,
        overrideAccess: true,
        depth: 0,
      })
    }
    return ok({ created: missing })
  },
})
