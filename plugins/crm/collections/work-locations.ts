import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { addressFields, zoneField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** A place where people work; its zone rules the clock of the hours worked there. */
export const WorkLocations: CollectionConfig = {
  slug: 'work-locations',
  labels: { singular: label('Work location'), plural: label('Work locations') },
  versions: false,
  access: staffAccess({ read: 'clients.read', write: 'orders.write', remove: 'clients.write' }),
  custom: { announce: { subject: 'work-location', client: 'client' } },
  admin: {
    group: 'Clients',
    useAsTitle: 'name',
    defaultColumns: ['name', 'client', 'city', 'country', 'zone'],
    listSearchableFields: ['name', 'city', 'postalCode'],
  },
  defaultPopulate: { name: true, city: true, region: true, country: true, zone: true },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      index: true,
    },
    ...addressFields(),
    zoneField(),
    {
      name: 'jurisdiction',
      type: 'text',
      label: label('Jurisdiction'),
      validate: (value: unknown) =>
        !value ||
        (typeof value === 'string' && /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(value)) ||
        'Country or country and region: GB, US, US-CA.',
      admin: { description: 'Whose labour law holds here: GB, US, US-CA (ISO 3166).' },
    },
    { name: 'latitude', type: 'number', label: label('Latitude'), min: -90, max: 90 },
    { name: 'longitude', type: 'number', label: label('Longitude'), min: -180, max: 180 },
  ],
}
