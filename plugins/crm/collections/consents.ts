import type { CollectionConfig } from 'payload'

import { bySystemOnly, staffCan } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** What a person agreed to, in the words they saw. Written by `record-consent`, never edited. */
export const Consents: CollectionConfig = {
  slug: 'consents',
  labels: { singular: label('Consent'), plural: label('Consents') },
  versions: false,
  lockDocuments: false,
  access: {
    read: staffCan('candidates.read'),
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  custom: { announce: { subject: 'consent', candidate: 'candidate' } },
  admin: {
    group: 'Candidates',
    useAsTitle: 'purpose',
    defaultColumns: ['candidate', 'purpose', 'givenAt', 'withdrawnAt', 'channel'],
    listSearchableFields: ['textVersion'],
  },
  fields: [
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      index: true,
    },
    {
      name: 'purpose',
      type: 'select',
      label: label('Purpose'),
      required: true,
      options: [
        { value: 'application', label: label('This application') },
        { value: 'talent-pool', label: label('Being kept for later jobs') },
        { value: 'marketing', label: label('News by mail') },
      ],
    },
    { name: 'text', type: 'textarea', label: label('What was agreed to'), required: true },
    { name: 'textVersion', type: 'text', label: label('Version of the text'), required: true },
    { name: 'channel', type: 'text', label: label('Given through'), required: true },
    { ...instantField({ name: 'givenAt', text: 'Given at' }), required: true },
    instantField({ name: 'withdrawnAt', text: 'Withdrawn at' }),
  ],
}
