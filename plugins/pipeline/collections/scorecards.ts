import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { recommendationOptions } from '../domain/scorecard'

/** What one person at the client thought of a candidate after a talk; written once, by a command. */
export const Scorecards: CollectionConfig = {
  slug: 'scorecards',
  labels: { singular: label('Scorecard'), plural: label('Scorecards') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  custom: {
    announce: {
      subject: 'scorecard',
      candidate: 'candidate',
      client: 'client',
      order: 'jobOrder',
      personal: ['words'],
      silent: ['ratings'],
    },
  },
  indexes: [{ fields: ['interview', 'contact'], unique: true }],
  admin: {
    group: 'Recruiting',
    useAsTitle: 'title',
    defaultColumns: ['candidate', 'contact', 'recommendation', 'mean', 'jobOrder', 'givenAt'],
    listSearchableFields: ['words'],
    description: 'What each person at a client thought of a candidate after an interview.',
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: label('Candidate’s name'),
      virtual: 'candidate.name',
      admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      index: true,
    },
    {
      name: 'contact',
      type: 'relationship',
      relationTo: 'client-contacts',
      label: label('Given by'),
      required: true,
      index: true,
    },
    {
      name: 'recommendation',
      type: 'select',
      label: label('Would they take the candidate'),
      required: true,
      options: recommendationOptions.map(({ value, label: text }) => ({
        value,
        label: label(text),
      })),
    },
    { name: 'mean', type: 'number', label: label('Mean of the scores'), min: 1, max: 5 },
    {
      name: 'ratings',
      type: 'array',
      label: label('Ratings'),
      labels: { singular: label('Rating'), plural: label('Ratings') },
      admin: { disableListColumn: true },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'criterion', type: 'text', label: label('What'), required: true },
            { name: 'score', type: 'number', label: label('Score, 1 to 5'), min: 1, max: 5 },
          ],
        },
        { name: 'words', type: 'textarea', label: label('In words') },
      ],
    },
    { name: 'words', type: 'textarea', label: label('In words') },
    {
      name: 'interview',
      type: 'relationship',
      relationTo: 'interviews',
      label: label('Interview'),
      required: true,
      index: true,
    },
    {
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
      required: true,
      index: true,
    },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      required: true,
      index: true,
    },
    instantField({ name: 'givenAt', text: 'Given at' }),
    { name: 'takenByName', type: 'text', label: label('Noted by') },
  ],
}
