import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import type { Permission } from '../domain/permissions'

/** No row: to somebody without the right a record looks as if it were not there. */
export const noRows: Where = { id: { equals: '00000000-0000-7000-8000-000000000000' } }

/** Staff with the permission. Signed-in outside persons find nothing (404); anonymous callers get 403. */
export const staffCan =
  (permission: Permission): Access =>
  ({ req }) => {
    const actor = actorOf(req)
    if (can({ actor, permission })) return true
    return actor.kind === 'portal' ? noRows : false
  }

/** For create, where a filter has no meaning. */
export const staffMay =
  (permission: Permission): ((args: { req: PayloadRequest }) => boolean) =>
  ({ req }) =>
    can({ actor: actorOf(req), permission })

/** A field that only staff with the permission read or write. */
export const fieldForStaffWith =
  (permission: Permission): FieldAccess =>
  ({ req }) =>
    can({ actor: actorOf(req), permission })

/** Written by the system only; nobody edits it by hand. */
export const bySystemOnly: Access = () => false

export const fieldBySystemOnly: FieldAccess = () => false

/** The usual rights of a collection: one permission reads, another writes, nobody deletes by default. */
export const staffAccess = ({
  read,
  write,
  remove,
}: {
  read: Permission
  write: Permission | null
  remove?: Permission
}) => ({
  read: staffCan(read),
  create: write ? staffMay(write) : () => false,
  update: write ? staffCan(write) : bySystemOnly,
  delete: remove ? staffCan(remove) : bySystemOnly,
  readVersions: staffCan(read),
})
