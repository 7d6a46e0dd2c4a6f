import type { CollectionConfig } from 'payload'

import { label } from '#plugins/kernel/domain'
import { staffAccess } from '../access/predicates'
import { guardLastManagerOfRoles } from '../hooks/guard-last-manager'
import { guardRoleInUse } from '../hooks/guard-role-in-use'
import { allPermissions, isPermission, permissions } from '../domain/permissions'

/** Roles are data: a name and the permissions it gives. */
export const Roles: CollectionConfig = {
  slug: 'roles',
  labels: { singular: label('Role'), plural: label('Roles') },
  versions: false,
  access: staffAccess({ read: 'staff.read', write: 'staff.write', remove: 'staff.write' }),
  hooks: { beforeDelete: [guardRoleInUse], afterChange: [guardLastManagerOfRoles] },
  custom: { announce: { subject: 'role' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'description', 'requiresSecondFactor'],
    listSearchableFields: ['name'],
    description: 'Which permissions each role gives to the staff who have it.',
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true },
    { name: 'key', type: 'text', label: label('Key'), required: true, unique: true },
    { name: 'description', type: 'text', label: label('Description') },
    {
      name: 'requiresSecondFactor',
      type: 'checkbox',
      label: label('Asks for a second factor'),
      defaultValue: false,
      admin: {
        description:
          'Whoever has this role signs in with a code of an authenticator app; who has none sets it up at the next click.',
      },
    },
    {
      name: 'permissions',
      type: 'json',
      label: label('Permissions'),
      required: true,
      defaultValue: [],
      validate: (value: unknown) =>
        (Array.isArray(value) && value.every(isPermission)) ||
        `Choose from: ${allPermissions.join(', ')}.`,
      admin: {
        custom: { permissions },
        components: { Field: '/plugins/agency/admin/PermissionsField#PermissionsField' },
      },
    },
  ],
}
