import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { openingWorkflow } from '../domain/opening-workflow'

/** One seat of an order. Rows, so that each is filled once. */
export const Openings: CollectionConfig = {
  slug: 'openings',
  labels: { singular: label('Opening'), plural: label('Openings') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'orders.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(openingWorkflow)] },
  custom: { announce: { subject: 'opening', order: 'jobOrder' } },
  indexes: [{ fields: ['jobOrder', 'number'], unique: true }],
  admin: {
    group: 'Recruiting',
    components: {
      edit: { beforeDocumentControls: ['/plugins/pipeline/admin/OpeningActions#OpeningActions'] },
    },
    useAsTitle: 'title',
    defaultColumns: ['jobOrder', 'number', 'state', 'submission', 'filledAt'],
    listSearchableFields: ['title', 'closeReason'],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: label('Job title'),
      virtual: 'jobOrder.title',
      admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
    },
    stateField({ workflow: openingWorkflow }),
    {
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
      required: true,
      index: true,
    },
    { name: 'number', type: 'number', label: label('Number'), required: true, min: 1 },
    {
      name: 'submission',
      type: 'relationship',
      relationTo: 'submissions',
      label: label('For'),
      index: true,
      admin: { readOnly: true, description: 'For whom it is reserved, or who has filled it.' },
    },
    instantField({ name: 'reservedAt', text: 'Reserved at' }),
    {
      name: 'releaseReason',
      type: 'text',
      label: label('Why it was given back'),
      admin: { readOnly: true, condition: (data) => Boolean(data.releaseReason) },
    },
    instantField({ name: 'filledAt', text: 'Filled at' }),
    instantField({ name: 'closedAt', text: 'Closed at' }),
    { name: 'closeReason', type: 'text', label: label('Why it was closed') },
  ],
}
