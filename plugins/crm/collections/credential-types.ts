import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'

/** A kind of licence or certificate that work can require. */
export const CredentialTypes: CollectionConfig = {
  slug: 'credential-types',
  labels: { singular: label('Credential type'), plural: label('Credential types') },
  versions: false,
  access: staffAccess({
    read: 'candidates.read',
    write: 'settings.write',
    remove: 'settings.write',
  }),
  custom: { announce: { subject: 'credential-type' } },
  admin: {
    group: 'Candidates',
    useAsTitle: 'name',
    defaultColumns: ['name', 'validForMonths', 'description'],
    listSearchableFields: ['name'],
  },
  defaultPopulate: { name: true },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, unique: true },
    { name: 'description', type: 'text', label: label('Description') },
    {
      name: 'validForMonths',
      type: 'number',
      label: label('Valid for months'),
      min: 1,
      max: 600,
      admin: { description: 'Empty: does not expire.' },
    },
  ],
}
