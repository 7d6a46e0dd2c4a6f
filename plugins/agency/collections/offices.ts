import type { CollectionConfig } from 'payload'

import { addressFields, zoneField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { staffAccess } from '../access/predicates'

/** A branch of the agency. */
export const Offices: CollectionConfig = {
  slug: 'offices',
  labels: { singular: label('Office'), plural: label('Offices') },
  versions: false,
  access: staffAccess({ read: 'staff.read', write: 'settings.write', remove: 'settings.write' }),
  custom: { announce: { subject: 'office' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'legalEntity', 'zone'],
    listSearchableFields: ['name'],
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true },
    {
      name: 'legalEntity',
      type: 'relationship',
      relationTo: 'legal-entities',
      label: label('Legal entity'),
      required: true,
    },
    { name: 'phone', type: 'text', label: label('Phone') },
    { name: 'email', type: 'email', label: label('E-mail') },
    zoneField(),
    { name: 'address', type: 'group', label: label('Address'), fields: addressFields() },
  ],
}
