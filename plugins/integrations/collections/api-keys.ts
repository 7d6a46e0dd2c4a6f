import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { permissions } from '#plugins/agency/domain'
import { guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { apiKeyWorkflow } from '../domain'
import { secretField } from './secret-field'

/** Keys by which programs act for a colleague. Made, rotated and revoked by commands only. */
export const ApiKeys: CollectionConfig = {
  slug: 'api-keys',
  labels: { singular: label('API key'), plural: label('API keys') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'integrations.write', write: null }),
  hooks: { beforeChange: [guardWorkflow(apiKeyWorkflow)] },
  custom: {
    announce: {
      subject: 'api-key',
      silent: ['secretHash', 'previousHash', 'lastUsedAt', 'lastUsedFrom'],
    },
  },
  admin: {
    group: 'Integrations',
    useAsTitle: 'name',
    defaultColumns: ['name', 'prefix', 'state', 'owner', 'expiresAt', 'lastUsedAt'],
    listSearchableFields: ['name', 'prefix'],
    description:
      'A program that sends a key acts for the key’s owner, within the scopes of the key and never beyond the owner’s own role.',
    components: {
      beforeListTable: ['/plugins/integrations/admin/NewApiKey#NewApiKey'],
      edit: { beforeDocumentControls: ['/plugins/integrations/admin/ApiKeyActions#ApiKeyActions'] },
    },
  },
  fields: [
    stateField({ workflow: apiKeyWorkflow }),
    { name: 'name', type: 'text', label: label('Name'), required: true },
    {
      name: 'prefix',
      type: 'text',
      label: label('Begins with'),
      required: true,
      unique: true,
      admin: { description: 'The readable beginning of the key, to recognise it in a program.' },
    },
    // Only the hash of a key is kept.
    secretField({ name: 'secretHash', isRequired: true, isUnique: true }),
    secretField({ name: 'previousHash', isUnique: true }),
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Acts for'),
      required: true,
      index: true,
      admin: { description: 'When this colleague loses a right or is disabled, so does the key.' },
    },
    {
      name: 'scopes',
      type: 'json',
      label: label('Scopes'),
      required: true,
      defaultValue: [],
      admin: {
        custom: { permissions },
        components: { Field: '/plugins/agency/admin/PermissionsField#PermissionsField' },
      },
    },
    {
      name: 'allowedFrom',
      type: 'text',
      hasMany: true,
      label: label('Allowed from'),
      admin: { description: 'Addresses or networks it may be used from; empty: from anywhere.' },
    },
    instantField({ name: 'expiresAt', text: 'Expires' }),
    instantField({ name: 'previousUntil', text: 'The key before works until' }),
    instantField({ name: 'lastUsedAt', text: 'Last used' }),
    {
      name: 'lastUsedFrom',
      type: 'text',
      label: label('Last used from'),
      admin: { readOnly: true },
    },
  ],
}
