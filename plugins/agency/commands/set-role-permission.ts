import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { isPermission, type Permission } from '../domain/permissions'

const managing: Permission = 'staff.write'

/** One tick of the table of rights. */
export const setRolePermission = defineCommand({
  name: 'set-role-permission',
  summary: 'Give one permission to a role, or take it away',
  input: z.object({ roleId: z.uuid(), permission: z.string(), isAllowed: z.boolean() }),
  allow: { staff: 'staff.write' },
  run: async ({ input: { roleId, permission, isAllowed }, ctx: { req, payload, sql } }) => {
    if (!isPermission(permission))
      return refuseInput({ permission: 'There is no such permission.' })
    const role = await lockRecord({ req, collection: 'roles', id: roleId })
    if (!role) return refuseMissing('role')
    if (permission === managing && !isAllowed) {
      const other = await sql.first({
        schema: z.object({ id: z.string() }),
        text: `select u.id from users u
          join users_rels r on r.parent_id = u.id and r.path = 'roles'
          join roles on roles.id = r.roles_id
          where roles.id <> $1 and roles.permissions ? $2 and u.is_disabled is not true
            and (u.invited_at is null or u.joined_at is not null) limit 1`,
        values: [roleId, managing],
      })
      if (!other)
        return refuseState({
          code: 'last-manager',
          message: 'Nobody would be left who manages staff. Give another role that right first.',
        })
    }
    const before = Array.isArray(role.permissions) ? role.permissions.filter(isPermission) : []
    const after = before.filter((one) => one !== permission)
    if (isAllowed) after.push(permission)
    await payload.update({
      collection: 'roles',
      id: roleId,
      data: { permissions: after },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ permissions: after })
  },
})
