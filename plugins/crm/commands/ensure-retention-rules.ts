import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { retainedClasses, retentionDefaults } from '../domain/retention'

/** Gives a new installation its rules, those that erase switched off; rules that exist stay as they are. */
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
    // What hides and can be undone begins with a new agency; an agency that works is asked first.
    const isNew = docs.length === 0
    for (const dataClass of missing) {
      const { label: name, months, basis, isOnAtFirst } = retentionDefaults[dataClass]
      await payload.create({
        collection: 'retention-rules',
        data: { name, dataClass, keepMonths: months, basis, isOn: isOnAtFirst && isNew },
        req,
        overrideAccess: true,
        depth: 0,
      })
    }
    return ok({ created: missing })
  },
})
