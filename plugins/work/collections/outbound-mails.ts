import type { CollectionConfig, Field, TextField } from 'payload'

import { staffAccess } from '#plugins/agency'
import { guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { mailWorkflow } from '../domain/mail-workflow'

const quiet = (name: string, text: string): TextField => ({
  name,
  type: 'text',
  label: label(text),
  admin: { hidden: true },
})

/** Of letters that people write: whose, to whom, and the conversation they belong to. */
const conversationFields: Field[] = [
  {
    name: 'author',
    type: 'relationship',
    relationTo: 'users',
    label: label('Written by'),
    admin: { readOnly: true, position: 'sidebar' },
  },
  // Found by partial indexes that a migration makes: most mails are no letters.
  quiet('thread', 'Conversation'),
  quiet('personKind', 'Person'),
  quiet('personId', 'Person'),
  quiet('clientId', 'Client'),
  quiet('orderId', 'Order'),
  quiet('mailing', 'Mailing'),
  { name: 'references', type: 'json', label: label('Answers'), admin: { hidden: true } },
  quiet('replyTo', 'Answers go to'),
  instantField({ name: 'returnedAt', text: 'Came back at' }),
]

/** The outbox: every mail the product means to send, written in the transaction that causes it. */
export const outboundMails = ({ isDemo }: { isDemo: boolean }): CollectionConfig => ({
  slug: 'outbound-mails',
  labels: { singular: label('Mail'), plural: label('Mails') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'mail.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(mailWorkflow)] },
  // The record the mail belongs to tells of it; one event per delivery step would be noise.
  custom: { announce: null },
  admin: {
    group: 'Activity',
    components: {
      edit: { beforeDocumentControls: ['/plugins/work/admin/MailActions#MailActions'] },
    },
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'to', 'state', 'createdAt'],
    listSearchableFields: ['subject', 'to'],
    description: 'Without a mail server the mails stay here and can be read.',
  },
  fields: [
    stateField({ workflow: mailWorkflow }),
    {
      name: 'subject',
      type: 'text',
      label: label('Subject'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'to',
      type: 'text',
      label: label('To'),
      required: true,
      index: true,
      admin: { readOnly: true },
    },
    { name: 'toName', type: 'text', label: label('Name'), admin: { readOnly: true } },
    {
      name: 'content',
      type: 'json',
      label: label('Content'),
      required: true,
      admin: { components: { Field: '/plugins/work/admin/MailContentField#MailContentField' } },
    },
    {
      name: 'openAsReceiver',
      type: 'ui',
      admin: {
        custom: { isDemo },
        components: { Field: '/plugins/work/admin/OpenMailLink#OpenMailLink' },
        disableListColumn: true,
      },
    },
    {
      name: 'links',
      type: 'json',
      label: label('Links'),
      required: true,
      defaultValue: [],
      admin: { hidden: true },
    },
    {
      name: 'attachments',
      type: 'json',
      label: label('Attachments'),
      required: true,
      defaultValue: [],
      admin: { hidden: true },
    },
    {
      name: 'dedupeKey',
      type: 'text',
      label: label('Sent once per'),
      required: true,
      unique: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'messageKind',
      type: 'text',
      label: label('Template'),
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'merged', type: 'json', label: label('Merged in'), admin: { hidden: true } },
    {
      name: 'brand',
      type: 'relationship',
      relationTo: 'brands',
      label: label('Brand'),
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'subjectKind',
      type: 'text',
      label: label('About'),
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'subjectId',
      type: 'text',
      label: label('Record'),
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'tries',
      type: 'number',
      label: label('Tries'),
      required: true,
      defaultValue: 0,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'serverAnswer',
      type: 'text',
      label: label('Answer of the mail server'),
      admin: { readOnly: true, position: 'sidebar' },
    },
    instantField({ name: 'sentAt', text: 'Sent at' }),
    ...conversationFields,
  ],
})
