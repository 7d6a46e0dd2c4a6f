import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'

/** What a recruiter wrote to a candidate about an order, as it left the house. */
export const CandidateMessages: CollectionConfig = {
  slug: 'candidate-messages',
  labels: { singular: label('Message to a candidate'), plural: label('Messages to candidates') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  // Its command tells of it in the story of the candidate and the order.
  custom: { announce: null },
  admin: {
    group: 'Activity',
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'candidate', 'jobOrder', 'author', 'createdAt'],
    listSearchableFields: ['subject', 'text'],
    description: 'Written by programs; what colleagues write stands under “Mail”.',
  },
  fields: [
    {
      name: 'subject',
      type: 'text',
      label: label('Subject'),
      admin: { readOnly: true },
    },
    {
      name: 'text',
      type: 'textarea',
      label: label('Text'),
      admin: { readOnly: true },
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
      required: true,
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'submission',
      type: 'relationship',
      relationTo: 'submissions',
      label: label('Submission'),
      required: true,
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'users',
      label: label('Colleague'),
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
  ],
}
