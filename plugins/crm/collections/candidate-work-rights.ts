import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { judgeLastDay } from '../domain/profile'
import { workRightBases } from '../domain/confidential'
import { candidateField, choiceField } from './confidential-fields'

/** What allows a person to work in a country, and what was looked at to know it. */
export const CandidateWorkRights: CollectionConfig = {
  slug: 'candidate-work-rights',
  labels: { singular: label('Right to work'), plural: label('Rights to work') },
  versions: false,
  access: staffAccess({
    read: 'work-rights.manage',
    write: 'work-rights.manage',
    remove: 'work-rights.manage',
  }),
  custom: {
    announce: {
      subject: 'work-right',
      candidate: 'candidate',
      personal: ['country', 'basis', 'documentKind', 'checkedOn', 'expiresOn'],
    },
  },
  admin: {
    group: 'Candidates',
    useAsTitle: 'country',
    defaultColumns: ['candidate', 'country', 'basis', 'expiresOn', 'checkedOn'],
    listSearchableFields: ['country'],
    description:
      'Seen by those only whose role has “See and change rights to work”. Never part of a search, an export or a profile for a client.',
  },
  fields: [
    candidateField(),
    {
      name: 'country',
      type: 'text',
      label: label('Country'),
      required: true,
      defaultValue: 'US',
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) || 'Two letters: GB, US.',
    },
    choiceField({ name: 'basis', text: 'Because of', options: workRightBases, required: true }),
    {
      name: 'documentKind',
      type: 'text',
      label: label('What was shown'),
      maxLength: 120,
      admin: { placeholder: 'Passport, residence permit, share code' },
    },
    { name: 'documentNumber', type: 'text', label: label('Its number'), maxLength: 60 },
    dayField({ name: 'checkedOn', text: 'Checked on' }),
    {
      ...dayField({ name: 'expiresOn', text: 'Ends on', description: 'Empty: without end.' }),
      validate: (value: unknown, { siblingData }: { siblingData: object }) =>
        judgeLastDay({ to: value, from: Reflect.get(siblingData, 'checkedOn') }),
    },
    {
      name: 'limits',
      type: 'textarea',
      label: label('Limits'),
      maxLength: 1_000,
      admin: { placeholder: 'At most 20 hours a week during term' },
    },
  ],
}
