import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { defaultRoles } from '../domain/permissions'

/** Gives a new installation its roles; roles that exist stay as the agency made them. */
export const ensureDefaultRoles = defineCommand({
  name: 'ensure-default-roles',
  summary: 'Create the roles a new agency begins with',
  input: z.object({}),
  allow: { staff: 'staff.write' },
  run: async ({ ctx: { req, payload } }) => {
    const existing = await payload.find({
      collection: 'roles',
      pagination: false,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const known = new Set(existing.docs.map(({ key }) => key))
    const missing = Object.entries(defaultRoles).filter(([key]) => !known.has(key))
    for (const [key, { name, description, permissions }] of missing)
      await payload.create({
        collection: 'roles',
        data: { key, name, description, permissions: [...permissions] },
        req,
        overrideAccess: true,
      })
    return ok({ created: missing.map(([key]) => key) })
  },
})
