import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { guardWorkflow, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { letterReaders, readerLabels } from '../domain/letter-fields'
import { mailingWorkflow } from '../domain/mailing-workflow'

/** The same words to several people, each in a mail of their own. */
export const Mailings: CollectionConfig = {
  slug: 'mailings',
  labels: { singular: label('Mailing'), plural: label('Mailings') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(mailingWorkflow)] },
  custom: { announce: { subject: 'mailing', personal: ['subject', 'text'] } },
  admin: {
    group: 'Activity',
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'state', 'isNews', 'people', 'startedBy', 'createdAt'],
    listSearchableFields: ['subject', 'text'],
    description:
      'Tick people in the list of candidates or contacts, or begin one to a talent pool, to whom a saved search finds, or to everybody with a label.',
    components: {
      beforeListTable: ['/plugins/letters/admin/NewMailing#NewMailing'],
      edit: { beforeDocumentControls: ['/plugins/letters/admin/MailingActions#MailingActions'] },
    },
  },
  fields: [
    stateField({ workflow: mailingWorkflow }),
    {
      name: 'progress',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/plugins/letters/admin/MailingProgress#MailingProgress' },
      },
    },
    {
      name: 'subject',
      type: 'text',
      label: label('Subject'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'text',
      type: 'textarea',
      label: label('Text'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'reader',
      type: 'select',
      label: label('To'),
      required: true,
      options: letterReaders.map((value) => ({ value, label: label(readerLabels[value]) })),
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'isNews',
      type: 'checkbox',
      label: label('News'),
      defaultValue: false,
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'Carries a way out, and goes to nobody who took it.',
      },
    },
    {
      name: 'people',
      type: 'number',
      label: label('People'),
      required: true,
      defaultValue: 0,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'startedBy',
      type: 'relationship',
      relationTo: 'users',
      label: label('By'),
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
  ],
}
