import type { CollectionConfig, TextField } from 'payload'

import { staffAccess } from '#plugins/agency'
import { guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { incomingWorkflow } from '../domain/incoming-workflow'

const quiet = (name: string, text: string): TextField => ({
  name,
  type: 'text',
  label: label(text),
  admin: { hidden: true },
})

/** Mail that came in, as text: nothing of a stranger’s HTML is ever shown. */
export const IncomingMails: CollectionConfig = {
  slug: 'incoming-mails',
  labels: { singular: label('Incoming mail'), plural: label('Incoming mail') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'mail.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(incomingWorkflow)] },
  // Whose story it belongs to is told by the event of its filing.
  custom: {
    announce: {
      subject: 'incoming-mail',
      personal: ['subject', 'text', 'fromName', 'fromAddress', 'toAddresses'],
    },
  },
  admin: {
    group: 'Activity',
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'fromAddress', 'state', 'receivedAt', 'mailbox'],
    listSearchableFields: ['subject', 'fromAddress', 'fromName', 'text'],
    description: 'What nobody is known for waits to be filed: open it and say whom it is from.',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/letters/admin/IncomingActions#IncomingActions'],
      },
    },
  },
  fields: [
    stateField({ workflow: incomingWorkflow }),
    {
      name: 'subject',
      type: 'text',
      label: label('Subject'),
      required: true,
      admin: { readOnly: true },
    },
    { name: 'fromName', type: 'text', label: label('From'), admin: { readOnly: true } },
    {
      name: 'fromAddress',
      type: 'text',
      label: label('Sender’s address'),
      index: true,
      admin: { readOnly: true },
    },
    { name: 'toAddresses', type: 'text', label: label('To'), admin: { readOnly: true } },
    {
      name: 'text',
      type: 'textarea',
      label: label('Text'),
      admin: {
        readOnly: true,
        components: { Field: '/plugins/letters/admin/WordsField#WordsField' },
      },
    },
    {
      name: 'files',
      type: 'json',
      label: label('Files'),
      admin: {
        components: { Field: '/plugins/letters/admin/FilesField#FilesField' },
      },
    },
    {
      ...instantField({ name: 'receivedAt', text: 'Received' }),
      required: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'mailbox',
      type: 'relationship',
      relationTo: 'mailboxes',
      label: label('Mailbox'),
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'isAutomatic',
      type: 'checkbox',
      label: label('Written by a program'),
      defaultValue: false,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'isFromColleague',
      type: 'checkbox',
      label: label('Copy of a colleague’s mail'),
      defaultValue: false,
      admin: { readOnly: true, position: 'sidebar' },
    },
    { ...quiet('messageKey', 'Known by'), required: true, unique: true },
    { ...quiet('messageId', 'Message-ID'), index: true },
    { name: 'references', type: 'json', label: label('Answers'), admin: { hidden: true } },
    { ...quiet('thread', 'Conversation'), index: true },
    quiet('personKind', 'Person'),
    { ...quiet('personId', 'Person'), index: true },
    { ...quiet('clientId', 'Client'), index: true },
    { ...quiet('orderId', 'Order'), index: true },
  ],
}
