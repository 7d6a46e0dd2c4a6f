import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** A playbook at work on an order, from the grade that fired it to its end. */
export const PlaybookRuns: CollectionConfig = {
  slug: 'playbook-runs',
  labels: { singular: label('Playbook at work'), plural: label('Playbooks at work') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'orders.read', write: null }),
  custom: { announce: { subject: 'playbook-run', order: 'jobOrder' } },
  admin: {
    group: 'Recruiting',
    hidden: true,
    useAsTitle: 'name',
    defaultColumns: ['jobOrder', 'name', 'startedAt', 'endedAt'],
    listSearchableFields: ['name'],
  },
  defaultSort: '-startedAt',
  fields: [
    {
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
      required: true,
      index: true,
    },
    {
      name: 'playbook',
      type: 'relationship',
      relationTo: 'playbooks',
      label: label('Playbook'),
      index: true,
      admin: { description: 'Empty: it was removed since.' },
    },
    { name: 'name', type: 'text', label: label('Name of the playbook'), required: true },
    {
      name: 'qualification',
      type: 'relationship',
      relationTo: 'qualifications',
      label: label('Fired by the grade'),
    },
    { ...instantField({ name: 'startedAt', text: 'Began at' }), required: true },
    instantField({ name: 'endedAt', text: 'Ended at' }),
    {
      name: 'messages',
      type: 'json',
      label: label('Messages of its steps'),
      admin: { hidden: true },
    },
  ],
}
