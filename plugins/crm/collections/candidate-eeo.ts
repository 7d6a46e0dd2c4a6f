import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { eeoAnswers, genders } from '../domain/confidential'
import { candidateField, choiceField } from './confidential-fields'

/** What a person chose to say for equal opportunity statistics. Nobody who decides about them sees it. */
export const CandidateEeo: CollectionConfig = {
  slug: 'candidate-eeo',
  labels: {
    singular: label('Equal opportunity answer'),
    plural: label('Equal opportunity answers'),
  },
  versions: false,
  access: staffAccess({ read: 'eeo.manage', write: 'eeo.manage', remove: 'eeo.manage' }),
  custom: {
    announce: {
      subject: 'eeo-answer',
      candidate: 'candidate',
      personal: ['gender', 'ethnicity', 'disability', 'veteran', 'bornOn', 'toldOn'],
    },
  },
  admin: {
    group: 'Candidates',
    useAsTitle: 'toldOn',
    defaultColumns: ['candidate', 'toldOn'],
    listSearchableFields: ['toldOn'],
    description:
      'Voluntary, for statistics. Seen by those only whose role has “See and change equal opportunity answers”. Never part of a search, an export or a profile for a client.',
  },
  fields: [
    candidateField({ isUnique: true }),
    choiceField({ name: 'gender', text: 'Gender', options: genders }),
    { name: 'ethnicity', type: 'text', label: label('Ethnicity'), maxLength: 120 },
    choiceField({ name: 'disability', text: 'Disability', options: eeoAnswers }),
    choiceField({ name: 'veteran', text: 'Veteran', options: eeoAnswers }),
    dayField({ name: 'bornOn', text: 'Born on' }),
    dayField({ name: 'toldOn', text: 'Told on' }),
  ],
}
