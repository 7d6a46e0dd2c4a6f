import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { suggestPlacesEndpoint } from '../endpoints/suggest-places'

/** Towns and postcodes with their degrees: by them people and orders are found within a distance. */
export const Places: CollectionConfig = {
  slug: 'places',
  labels: { singular: label('Place'), plural: label('Places') },
  versions: false,
  access: staffAccess({
    read: 'candidates.read',
    write: 'settings.write',
    remove: 'settings.write',
  }),
  endpoints: [suggestPlacesEndpoint],
  custom: { announce: { subject: 'place' } },
  admin: {
    group: 'Candidates',
    components: { beforeListTable: ['/plugins/crm/admin/PlacesBar#PlacesBar'] },
    useAsTitle: 'name',
    defaultColumns: ['name', 'region', 'postcode', 'country', 'latitude', 'longitude'],
    listSearchableFields: ['name', 'postcode', 'region'],
    description:
      'Where towns and postcodes lie. A postcode may be a beginning: RG stands for all that begin so, until a longer one is here.',
  },
  defaultSort: 'name',
  defaultPopulate: { name: true, country: true },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, maxLength: 180 },
    {
      name: 'postcode',
      type: 'text',
      label: label('Postcode'),
      maxLength: 16,
      validate: (value: unknown) =>
        !value ||
        (typeof value === 'string' && /[a-z0-9]/i.test(value)) ||
        'A postcode has letters or digits: RG1, 10115.',
      admin: { description: 'Whole, or its beginning. Leave it empty for a town as such.' },
    },
    { name: 'region', type: 'text', label: label('State or region'), maxLength: 120 },
    {
      name: 'country',
      type: 'text',
      label: label('Country'),
      required: true,
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) || 'Two letters: GB, US.',
    },
    {
      name: 'latitude',
      type: 'number',
      label: label('Latitude'),
      required: true,
      min: -90,
      max: 90,
      admin: { description: 'North of the equator in degrees: 51.45. South is negative.' },
    },
    {
      name: 'longitude',
      type: 'number',
      label: label('Longitude'),
      required: true,
      min: -180,
      max: 180,
      admin: { description: 'East of Greenwich in degrees. West is negative: -0.97.' },
    },
  ],
}
