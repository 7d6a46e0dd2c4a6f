import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { rejectReasonOptions } from '../domain/reasons'
import { shortlistDecisionLabels, shortlistDecisions } from '../domain/shortlist-answer'

/** What one person at the client said on one candidate; each has a row of their own. */
export const ShortlistAnswers: CollectionConfig = {
  slug: 'shortlist-answers',
  labels: { singular: label('Shortlist answer'), plural: label('Shortlist answers') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  custom: {
    announce: {
      subject: 'shortlist-answer',
      candidate: 'candidate',
      client: 'client',
      order: 'jobOrder',
      personal: ['comment', 'reply'],
    },
  },
  indexes: [{ fields: ['item', 'contact'], unique: true }],
  admin: {
    group: 'Recruiting',
    useAsTitle: 'id',
    defaultColumns: ['candidate', 'contact', 'decision', 'rating', 'reason', 'answeredAt'],
    listSearchableFields: ['comment'],
    description: 'What each person at a client said on each candidate of a shortlist.',
  },
  fields: [
    {
      name: 'item',
      type: 'relationship',
      relationTo: 'shortlist-items',
      label: label('Shortlist item'),
      required: true,
      index: true,
    },
    {
      name: 'contact',
      type: 'relationship',
      relationTo: 'client-contacts',
      label: label('Contact'),
      required: true,
      index: true,
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
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
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
      name: 'decision',
      type: 'select',
      label: label('Decision'),
      required: true,
      options: shortlistDecisions.map((value) => ({
        value,
        label: label(shortlistDecisionLabels[value]),
      })),
    },
    { name: 'reason', type: 'select', label: label('Reason'), options: rejectReasonOptions },
    { name: 'rating', type: 'number', label: label('Rating, 1 to 5'), min: 1, max: 5 },
    { name: 'comment', type: 'textarea', label: label('Comment') },
    instantField({ name: 'answeredAt', text: 'Answered at' }),
    { name: 'takenByName', type: 'text', label: label('Noted by') },
    { name: 'reply', type: 'textarea', label: label('Our answer'), maxLength: 4_000 },
    instantField({ name: 'repliedAt', text: 'We answered at' }),
    { name: 'repliedByName', type: 'text', label: label('Answered by') },
  ],
}
