import type { CollectionConfig } from 'payload'

import { bySystemOnly } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { visiblePools } from './talent-pools'

/** That somebody is, or was, in a pool. Whoever was taken out does not come in again by the search. */
export const PoolMemberships: CollectionConfig = {
  slug: 'pool-memberships',
  labels: { singular: label('Member of a pool'), plural: label('Members of pools') },
  versions: false,
  lockDocuments: false,
  access: {
    read: ({ req }) => visiblePools({ req, prefix: 'pool.' }),
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  indexes: [{ fields: ['pool', 'candidate'], unique: true }],
  custom: { announce: { subject: 'pool-membership', candidate: 'candidate' } },
  admin: {
    group: 'Candidates',
    hidden: true,
    useAsTitle: 'addedByName',
    defaultColumns: ['pool', 'candidate', 'cameBy', 'addedByName', 'removedAt'],
    listSearchableFields: ['addedByName'],
  },
  fields: [
    {
      name: 'pool',
      type: 'relationship',
      relationTo: 'talent-pools',
      label: label('Pool'),
      required: true,
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'cameBy',
      type: 'select',
      label: label('Came by'),
      required: true,
      options: [
        { value: 'hand', label: label('Picked by hand') },
        { value: 'search', label: label('Search') },
      ],
      admin: { readOnly: true },
    },
    {
      name: 'addedByName',
      type: 'text',
      label: label('Added by'),
      required: true,
      admin: { readOnly: true },
    },
    instantField({ name: 'addedAt', text: 'Added at' }),
    instantField({ name: 'removedAt', text: 'Taken out at' }),
  ],
}
