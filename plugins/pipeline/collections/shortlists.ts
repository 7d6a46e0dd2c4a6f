import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField, guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { shortlistWorkflow } from '../domain/shortlist-workflow'

/** Candidates shown together to one contact of the client. */
export const Shortlists: CollectionConfig = {
  slug: 'shortlists',
  labels: { singular: label('Shortlist'), plural: label('Shortlists') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(shortlistWorkflow)] },
  custom: {
    announce: { subject: 'shortlist', contact: 'contact', client: 'client', order: 'jobOrder' },
  },
  admin: {
    group: 'Recruiting',
    useAsTitle: 'title',
    defaultColumns: ['jobOrder', 'contact', 'state', 'sentAt', 'dueOn'],
    listSearchableFields: ['message'],
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/pipeline/admin/ShortlistActions#ShortlistActions'],
      },
      views: {
        edit: {
          people: {
            Component: '/plugins/pipeline/admin/ShortlistPeopleTab#ShortlistPeopleTab',
            path: '/candidates',
            tab: { label: 'Candidates', href: '/candidates', order: 90 },
          },
        },
      },
    },
  },
  fields: [
    stateField({ workflow: shortlistWorkflow }),
    {
      name: 'title',
      type: 'text',
      label: label('Title of the order'),
      virtual: 'jobOrder.title',
      admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
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
    {
      name: 'contact',
      type: 'relationship',
      relationTo: 'client-contacts',
      label: label('Contact'),
      required: true,
      index: true,
    },
    {
      name: 'alsoTo',
      type: 'relationship',
      relationTo: 'client-contacts',
      hasMany: true,
      label: label('Also to'),
    },
    {
      name: 'isBlind',
      type: 'checkbox',
      label: label('Without names and CVs'),
      defaultValue: false,
    },
    { name: 'message', type: 'textarea', label: label('Message') },
    { name: 'coverSubject', type: 'text', label: label('Subject of the mail'), maxLength: 200 },
    { name: 'coverText', type: 'textarea', label: label('Opening of the mail'), maxLength: 5_000 },
    instantField({ name: 'sentAt', text: 'Sent at' }),
    instantField({ name: 'openedAt', text: 'First opened by the client at' }),
    dayField({ name: 'dueOn', text: 'Answer by' }),
    instantField({ name: 'remindedAt', text: 'Last reminded at' }),
    { name: 'reminders', type: 'number', label: label('Reminders'), defaultValue: 0, min: 0 },
  ],
}
