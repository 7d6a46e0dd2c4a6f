import { ValidationError, type CollectionAfterChangeHook, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, takeTurn } from '#plugins/kernel'
import type { Permission } from '../domain/permissions'

/** Who holds it can give every other right. */
const key: Permission = 'staff.write'

/**
 * Somebody must be left who manages staff, or nobody could ever invite or disable anybody again.
 * Judged after the write under one lock for all, so that two who take it from each other at the same
 * time do not both succeed.
 */
export const guardLastManagerOfUsers: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update') return doc
  const before = { isDisabled: isTrue(previousDoc?.isDisabled), roles: idsIn(previousDoc?.roles) }
  const after = { isDisabled: isTrue(doc.isDisabled), roles: idsIn(doc.roles) }
  const mayLose =
    !before.isDisabled &&
    (after.isDisabled || before.roles.some((role) => !after.roles.includes(role)))
  if (!mayLose || !(await anyGives({ req, roles: before.roles }))) return doc
  if (await isAnybodyLeft(req)) return doc
  throw refusal({ collection: collection.slug, path: 'roles' })
}

/** The same for what a role gives. */
export const guardLastManagerOfRoles: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update') return doc
  const gives = (row: unknown): boolean => {
    const permissions: unknown = Reflect.get(Object(row), 'permissions')
    return Array.isArray(permissions) && permissions.includes(key)
  }
  if (!gives(previousDoc) || gives(doc) || !(await isHeld({ req, roleId: String(doc.id) })))
    return doc
  if (await isAnybodyLeft(req)) return doc
  throw refusal({ collection: collection.slug, path: 'permissions' })
}

const refusal = ({ collection, path }: { collection: string; path: string }): Error =>
  new ValidationError({
    collection,
    errors: [
      {
        path,
        message:
          'Nobody would be left who manages staff. Give another active colleague a role with that right first.',
      },
    ],
  })

const isAnybodyLeft = async (req: PayloadRequest): Promise<boolean> => {
  const sql = sqlOf(req)
  await takeTurn({ req, name: 'last-manager' })
  const row = await sql.first({
    schema: z.object({ id: z.string() }),
    text: `select u.id from users u
      join users_rels r on r.parent_id = u.id and r.path = 'roles'
      join roles on roles.id = r.roles_id
      where u.is_disabled is not true and (u.invited_at is null or u.joined_at is not null)
        and roles.permissions ? '${key}'
      limit 1`,
  })
  return row !== null
}

const anyGives = async ({
  req,
  roles,
}: {
  req: PayloadRequest
  roles: readonly string[]
}): Promise<boolean> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from roles where id = any($1::uuid[]) and permissions ? '${key}' limit 1`,
    values: [[...roles]],
  })
  return row !== null
}

const isHeld = async ({
  req,
  roleId,
}: {
  req: PayloadRequest
  roleId: string
}): Promise<boolean> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select u.id from users u join users_rels r on r.parent_id = u.id and r.path = 'roles'
      where r.roles_id = $1 and u.is_disabled is not true limit 1`,
    values: [roleId],
  })
  return row !== null
}

const isTrue = (value: unknown): boolean => value === true

const idsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map((one: unknown) =>
        typeof one === 'object' && one !== null ? String(Reflect.get(one, 'id')) : String(one),
      )
    : []
