import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField, guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { representationWorkflow } from '../domain/representation-workflow'
import { ofSubmission } from './of-submission'

/** The right to represent: what a candidate was asked, and the proof of what they answered. */
export const Representations: CollectionConfig = {
  slug: 'representations',
  labels: { singular: label('Right to represent'), plural: label('Rights to represent') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(representationWorkflow)] },
  custom: {
    announce: {
      subject: 'representation',
      candidate: 'candidate',
      client: 'client',
      order: 'jobOrder',
      personal: ['signedName', 'note'],
    },
  },
  admin: {
    group: 'Recruiting',
    components: {
      edit: {
        beforeDocumentControls: [
          '/plugins/pipeline/admin/RepresentationActions#RepresentationActions',
        ],
      },
    },
    useAsTitle: 'title',
    defaultColumns: [
      'candidate',
      'jobOrder',
      'client',
      'state',
      'askedAt',
      'answeredAt',
      'validOn',
    ],
    listSearchableFields: ['title'],
  },
  fields: [
    stateField({ workflow: representationWorkflow }),
    ...ofSubmission,
    { name: 'text', type: 'textarea', label: label('What was asked'), required: true },
    instantField({ name: 'askedAt', text: 'Asked at' }),
    instantField({ name: 'expiresAt', text: 'To be answered by' }),
    dayField({ name: 'validOn', text: 'Holds until and with' }),
    instantField({ name: 'answeredAt', text: 'Answered at' }),
    { name: 'signedName', type: 'text', label: label('Signed as') },
    {
      name: 'answeredThrough',
      type: 'select',
      label: label('Answered by'),
      options: [
        { value: 'link', label: label('Link in a mail') },
        { value: 'portal', label: label('Portal') },
        { value: 'colleague', label: label('Told a colleague') },
      ],
    },
    { name: 'takenByName', type: 'text', label: label('Noted by') },
    { name: 'note', type: 'textarea', label: label('What the candidate said') },
  ],
}
