import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { rejectReasonOptions } from '../domain/reasons'
import { shortlistDecisionLabels, shortlistDecisions } from '../domain/shortlist-answer'

/** One candidate of a shortlist and what the client said. */
export const ShortlistItems: CollectionConfig = {
  slug: 'shortlist-items',
  labels: { singular: label('Shortlist item'), plural: label('Shortlist items') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  custom: {
    announce: {
      subject: 'shortlist-item',
      candidate: 'candidate',
      client: 'client',
      order: 'jobOrder',
    },
  },
  indexes: [{ fields: ['shortlist', 'submission'], unique: true }],
  admin: {
    group: false,
    components: {
      edit: {
        beforeDocumentControls: [
          '/plugins/pipeline/admin/ShortlistItemActions#ShortlistItemActions',
        ],
      },
    },
    useAsTitle: 'id',
    defaultColumns: ['shortlist', 'submission', 'decision', 'reason', 'decidedAt'],
    listSearchableFields: ['comment', 'decidedByName'],
    hidden: true,
  },
  fields: [
    {
      name: 'shortlist',
      type: 'relationship',
      relationTo: 'shortlists',
      label: label('Shortlist'),
      required: true,
      index: true,
    },
    {
      name: 'submission',
      type: 'relationship',
      relationTo: 'submissions',
      label: label('Submission'),
      required: true,
      index: true,
    },
    {
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
      required: true,
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
    },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      required: true,
    },
    {
      name: 'recommendation',
      type: 'textarea',
      label: label('What we say about the candidate'),
    },
    { name: 'position', type: 'number', label: label('Position'), required: true, min: 1 },
    {
      name: 'decision',
      type: 'select',
      label: label('Decision'),
      required: true,
      defaultValue: 'pending',
      options: [
        { value: 'pending', label: label('Pending') },
        ...shortlistDecisions.map((value) => ({
          value,
          label: label(shortlistDecisionLabels[value]),
        })),
      ],
    },
    {
      name: 'reason',
      type: 'select',
      label: label('Reason'),
      options: rejectReasonOptions,
    },
    { name: 'rating', type: 'number', label: label('Rating, 1 to 5'), min: 1, max: 5 },
    { name: 'comment', type: 'textarea', label: label('Comment') },
    instantField({ name: 'decidedAt', text: 'Decided at' }),
    { name: 'decidedByName', type: 'text', label: label('Decided by') },
  ],
}
