import type { CollectionConfig } from 'payload'

import { actorOf, zoneField } from '#plugins/kernel'
import { can, label } from '#plugins/kernel/domain'
import { fieldForStaffWith, noRows, staffCan, staffMay } from '../access/predicates'
import { announcePasswordReset, announceResetRequest } from '../hooks/announce-password-reset'
import { guardDisabledLogin } from '../hooks/guard-disabled-login'
import { guardPassword } from '../hooks/guard-password'
import { guardPasswordReset } from '../hooks/guard-password-reset'

/** Staff of the agency: the only people in the admin. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: label('Colleague'), plural: label('Staff') },
  versions: false,
  lockDocuments: false,
  auth: {
    // Roles travel with the session's user, read anew on each request: a lost right is lost at once.
    depth: 1,
    tokenExpiration: 60 * 60 * 12,
    maxLoginAttempts: 0,
    removeTokenFromResponses: true,
    cookies: { sameSite: 'Lax' },
    // How often one may ask is limited where requests come in, for all accounts alike.
    forgotPassword: { minRequestInterval: 0 },
  },
  access: {
    admin: ({ req }) => actorOf(req).kind === 'staff',
    read: ({ req }) => (actorOf(req).kind === 'staff' ? true : noRows),
    create: staffMay('staff.write'),
    update: ({ req, id }) => {
      const actor = actorOf(req)
      if (can({ actor, permission: 'staff.write' })) return true
      return actor.kind === 'staff' && id === actor.id
    },
    delete: staffCan('staff.write'),
    unlock: staffMay('staff.write'),
    readVersions: () => false,
  },
  hooks: {
    beforeOperation: [guardPasswordReset, guardPassword],
    beforeLogin: [guardDisabledLogin],
    afterForgotPassword: [announceResetRequest],
    afterLogin: [announcePasswordReset],
  },
  custom: { announce: { subject: 'user', silent: ['password', 'loginAttempts', 'lockUntil'] } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'isDisabled'],
    listSearchableFields: ['name', 'email'],
    hideAPIURL: true,
  },
  defaultPopulate: { name: true, email: true, zone: true, locale: true },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true },
    {
      name: 'roles',
      type: 'relationship',
      relationTo: 'roles',
      hasMany: true,
      label: label('Roles'),
      access: {
        create: fieldForStaffWith('staff.write'),
        update: fieldForStaffWith('staff.write'),
      },
    },
    {
      name: 'isDisabled',
      type: 'checkbox',
      label: label('Disabled'),
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Cannot sign in; their records stay.' },
      access: {
        create: fieldForStaffWith('staff.write'),
        update: fieldForStaffWith('staff.write'),
      },
    },
    { name: 'phone', type: 'text', label: label('Phone') },
    { name: 'jobTitle', type: 'text', label: label('Job title') },
    zoneField(),
    { name: 'locale', type: 'text', label: label('Locale'), required: true, defaultValue: 'en-US' },
  ],
}
