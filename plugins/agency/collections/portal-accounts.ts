import type { CollectionConfig } from 'payload'

import { zoneField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { staffCan, staffMay } from '../access/predicates'
import { announcePasswordReset, announceResetRequest } from '../hooks/announce-password-reset'
import { guardDisabledLogin } from '../hooks/guard-disabled-login'
import { guardPassword } from '../hooks/guard-password'
import { guardPasswordReset } from '../hooks/guard-password-reset'

/** The login of an outside person, who may be a candidate, a client contact or both. */
export const PortalAccounts: CollectionConfig = {
  slug: 'portal-accounts',
  labels: { singular: label('Portal account'), plural: label('Portal accounts') },
  versions: false,
  lockDocuments: false,
  auth: {
    depth: 1,
    tokenExpiration: 60 * 60 * 24 * 14,
    maxLoginAttempts: 0,
    removeTokenFromResponses: true,
    cookies: { sameSite: 'Lax' },
    // How often one may ask is limited where requests come in, for all accounts alike.
    forgotPassword: { minRequestInterval: 0 },
  },
  access: {
    admin: () => false,
    read: staffCan('candidates.read'),
    create: staffMay('staff.write'),
    update: staffCan('staff.write'),
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
  custom: {
    announce: {
      subject: 'portal-account',
      personal: ['email', 'name'],
      silent: ['password', 'loginAttempts', 'lockUntil'],
    },
  },
  admin: {
    group: 'Agency',
    useAsTitle: 'email',
    defaultColumns: ['email', 'name', 'isDisabled'],
    listSearchableFields: ['email', 'name'],
    hideAPIURL: true,
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name') },
    { name: 'isDisabled', type: 'checkbox', label: label('Disabled'), defaultValue: false },
    zoneField(),
    { name: 'locale', type: 'text', label: label('Locale'), required: true, defaultValue: 'en-US' },
  ],
}
