import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** That a person was given a copy of what is kept of them. The copy itself is never stored. */
export const DataArchives: CollectionConfig = {
  slug: 'data-archives',
  labels: { singular: label('Copy for a person'), plural: label('Copies for people') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'privacy.manage', write: null }),
  custom: { announce: { subject: 'data-archive', candidate: 'candidate', contact: 'contact' } },
  admin: {
    group: 'Privacy',
    useAsTitle: 'askedByName',
    defaultColumns: ['candidate', 'contact', 'askedByName', 'createdAt', 'takenAt'],
    listSearchableFields: ['askedByName'],
    description:
      'Sent as a link that works once, to the address the agency knows. The copy is made when it is fetched, and kept nowhere.',
  },
  fields: [
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'contact',
      type: 'relationship',
      relationTo: 'client-contacts',
      label: label('Client contact'),
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'askedByName',
      type: 'text',
      label: label('Asked for by'),
      required: true,
      admin: { readOnly: true },
    },
    instantField({ name: 'takenAt', text: 'Fetched at' }),
  ],
}
