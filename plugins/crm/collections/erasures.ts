import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField, instantField } from '#plugins/kernel'
import { label, optionsOf } from '#plugins/kernel/domain'
import { erasureGrounds } from '../domain/privacy'

/** Who was erased, by id alone: also the list that is applied again when a backup is restored. */
export const Erasures: CollectionConfig = {
  slug: 'erasures',
  labels: { singular: label('Erasure'), plural: label('Erasures') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'privacy.manage', write: null }),
  custom: { announce: { subject: 'erasure' } },
  admin: {
    group: 'Privacy',
    useAsTitle: 'personId',
    defaultColumns: ['personId', 'personKind', 'ground', 'erasedAt', 'nameKeptUntilOn'],
    listSearchableFields: ['personId'],
    description:
      'Nothing here says who it was. After a restore of a backup the same people are erased again.',
  },
  fields: [
    {
      name: 'personKind',
      type: 'select',
      label: label('Kind of person'),
      required: true,
      options: [
        { value: 'candidate', label: label('Candidate') },
        { value: 'client-contact', label: label('Client contact') },
      ],
    },
    { name: 'personId', type: 'text', label: label('Record'), required: true, index: true },
    {
      name: 'ground',
      type: 'select',
      label: label('Why'),
      required: true,
      options: optionsOf(erasureGrounds),
    },
    { ...instantField({ name: 'erasedAt', text: 'Erased at' }), required: true },
    dayField({
      name: 'nameKeptUntilOn',
      text: 'Name kept until',
      description: 'Wage and tax law ask who was paid; on this day the name goes too.',
    }),
    {
      name: 'tables',
      type: 'json',
      label: label('What was erased'),
      admin: { readOnly: true },
    },
  ],
}
