import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { referenceOutcomes } from '../domain/confidential'
import { judgeLastDay } from '../domain/profile'
import { candidateField, choiceField } from './confidential-fields'

/** Somebody who can say how a candidate works, when they were asked and what they said. */
export const CandidateReferences: CollectionConfig = {
  slug: 'candidate-references',
  labels: { singular: label('Reference'), plural: label('References') },
  versions: false,
  access: staffAccess({
    read: 'candidates.read',
    write: 'candidates.write',
    remove: 'candidates.write',
  }),
  custom: {
    announce: {
      subject: 'reference',
      candidate: 'candidate',
      personal: ['name', 'relation', 'organisation', 'email', 'phone', 'answer'],
    },
  },
  admin: {
    group: 'Candidates',
    useAsTitle: 'name',
    defaultColumns: ['name', 'candidate', 'relation', 'askedOn', 'outcome'],
    listSearchableFields: ['name', 'organisation'],
  },
  fields: [
    candidateField(),
    { name: 'name', type: 'text', label: label('Who'), required: true, maxLength: 120 },
    {
      name: 'relation',
      type: 'text',
      label: label('Knows them as'),
      maxLength: 120,
      admin: { placeholder: 'Line manager 2019–2023' },
    },
    { name: 'organisation', type: 'text', label: label('Company'), maxLength: 120 },
    { name: 'email', type: 'email', label: label('E-mail') },
    { name: 'phone', type: 'text', label: label('Phone'), maxLength: 40 },
    dayField({ name: 'askedOn', text: 'Asked on' }),
    {
      ...dayField({ name: 'answeredOn', text: 'Answered on' }),
      validate: (value: unknown, { siblingData }: { siblingData: object }) =>
        judgeLastDay({ to: value, from: Reflect.get(siblingData, 'askedOn') }),
    },
    choiceField({ name: 'outcome', text: 'Result', options: referenceOutcomes }),
    { name: 'answer', type: 'textarea', label: label('What they said'), maxLength: 10_000 },
  ],
}
