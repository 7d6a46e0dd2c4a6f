import type { CollectionConfig } from 'payload'

import { actorOf, instantField, zoneField } from '#plugins/kernel'
import { can, label, type Actor } from '#plugins/kernel/domain'
import {
  bySystemOnly,
  fieldBySystemOnly,
  fieldForStaffWith,
  noRows,
  staffMay,
} from '../access/predicates'
import { announcePasswordReset, announceResetRequest } from '../hooks/announce-password-reset'
import { guardAccountRow } from '../hooks/guard-account-row'
import { guardDisabledLogin } from '../hooks/guard-disabled-login'
import { guardLastManagerOfUsers } from '../hooks/guard-last-manager'
import { guardOwnEmail } from '../hooks/guard-own-email'
import { guardPassword } from '../hooks/guard-password'
import { guardPasswordReset } from '../hooks/guard-password-reset'

const isPerson = (actor: Actor): boolean => actor.kind === 'staff' && !actor.viaKey

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
    admin: ({ req }) => isPerson(actorOf(req)),
    read: ({ req }) => {
      const actor = actorOf(req)
      // Colleagues are names beside every record; a program is told them only when it was allowed to.
      return isPerson(actor) || can({ actor, permission: 'staff.read' }) ? true : noRows
    },
    // A colleague comes by an invitation and leaves by being disabled: names in the audit stay known.
    create: bySystemOnly,
    update: ({ req, id }) => {
      const actor = actorOf(req)
      if (can({ actor, permission: 'staff.write' })) return true
      return isPerson(actor) && id === actor.id
    },
    delete: bySystemOnly,
    unlock: staffMay('staff.write'),
    readVersions: () => false,
  },
  hooks: {
    beforeOperation: [guardAccountRow, guardPasswordReset, guardPassword],
    beforeChange: [guardOwnEmail],
    afterChange: [guardLastManagerOfUsers],
    beforeLogin: [guardDisabledLogin],
    afterForgotPassword: [announceResetRequest],
    afterLogin: [announcePasswordReset],
  },
  custom: {
    announce: {
      subject: 'user',
      silent: [
        'password',
        'loginAttempts',
        'lockUntil',
        'isDisabled',
        'invitedAt',
        'joinedAt',
        'secondFactorAt',
        'provenSessions',
      ],
    },
  },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'office', 'standing'],
    listSearchableFields: ['name', 'email'],
    hideAPIURL: true,
    components: {
      beforeListTable: ['/plugins/agency/admin/InviteColleague#InviteColleague'],
      edit: { beforeDocumentControls: ['/plugins/agency/admin/ColleagueActions#ColleagueActions'] },
    },
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
      name: 'standing',
      type: 'ui',
      label: label('Standing'),
      admin: {
        position: 'sidebar',
        disableBulkEdit: true,
        components: {
          Field: '/plugins/agency/admin/StandingField#StandingField',
          Cell: '/plugins/agency/admin/StandingCell#StandingCell',
        },
      },
    },
    {
      name: 'isDisabled',
      type: 'checkbox',
      label: label('Disabled'),
      defaultValue: false,
      admin: { hidden: true },
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
    },
    {
      ...instantField({ name: 'invitedAt', text: 'Invited' }),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    {
      ...instantField({ name: 'joinedAt', text: 'Joined' }),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    {
      ...instantField({ name: 'secondFactorAt', text: 'Second factor since' }),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: {
        readOnly: true,
        position: 'sidebar',
        condition: (data) => Boolean(data.secondFactorAt),
        date: { pickerAppearance: 'dayAndTime' },
      },
    },
    {
      name: 'provenSessions',
      type: 'json',
      label: label('Sessions that proved the second factor'),
      // Only the server asks; it reads with all rights.
      access: { create: fieldBySystemOnly, read: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'office',
      type: 'relationship',
      relationTo: 'offices',
      label: label('Office'),
      admin: { description: 'Its opening hours and holidays hold for their deadlines.' },
    },
    {
      name: 'reportsTo',
      type: 'relationship',
      relationTo: 'users',
      label: label('Reports to'),
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      access: {
        create: fieldForStaffWith('staff.write'),
        update: fieldForStaffWith('staff.write'),
      },
      admin: { description: 'Hears of what runs out of time in their hands.' },
    },
    { name: 'phone', type: 'text', label: label('Phone') },
    { name: 'jobTitle', type: 'text', label: label('Job title') },
    zoneField(),
    { name: 'locale', type: 'text', label: label('Locale'), required: true, defaultValue: 'en-US' },
  ],
}
