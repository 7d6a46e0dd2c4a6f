import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { mailboxSecurities, securityLabels } from '../domain/mailbox-input'

/** A mailbox that is read every minute: answers to letters, and what colleagues send a copy of. */
export const Mailboxes: CollectionConfig = {
  slug: 'mailboxes',
  labels: { singular: label('Mailbox'), plural: label('Mailboxes') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'integrations.write', write: null }),
  custom: {
    announce: {
      subject: 'mailbox',
      silent: ['secret', 'uidValidity', 'lastUid', 'lastReadAt', 'lastProblem'],
    },
  },
  admin: {
    group: 'Integrations',
    useAsTitle: 'name',
    defaultColumns: ['name', 'address', 'isActive', 'lastReadAt', 'lastProblem'],
    listSearchableFields: ['name', 'address'],
    description:
      'Mail that arrives here is filed to the candidate or contact it is from, or to the letter it answers. A copy (BCC) of what colleagues send from their own mail program is filed too.',
    components: {
      beforeListTable: ['/plugins/letters/admin/NewMailbox#NewMailbox'],
      edit: { beforeDocumentControls: ['/plugins/letters/admin/MailboxActions#MailboxActions'] },
    },
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, admin: { readOnly: true } },
    {
      name: 'address',
      type: 'text',
      label: label('Address'),
      required: true,
      unique: true,
      admin: { readOnly: true },
    },
    {
      name: 'isActive',
      type: 'checkbox',
      label: label('Is read'),
      defaultValue: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'takesAnswers',
      type: 'checkbox',
      label: label('Answers to letters come here'),
      defaultValue: true,
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'knowsPlus',
      type: 'checkbox',
      label: label('Takes mail to name+something'),
      defaultValue: false,
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'Then an answer is known by its address, also without its headers.',
      },
    },
    {
      name: 'host',
      type: 'text',
      label: label('Server'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'port',
      type: 'number',
      label: label('Port'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'security',
      type: 'select',
      label: label('Connection'),
      required: true,
      options: mailboxSecurities.map((value) => ({ value, label: label(securityLabels[value]) })),
      admin: { readOnly: true },
    },
    {
      name: 'username',
      type: 'text',
      label: label('User name'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'secret',
      type: 'text',
      hidden: true,
      required: true,
      access: { read: fieldBySystemOnly, create: fieldBySystemOnly, update: fieldBySystemOnly },
    },
    {
      name: 'folder',
      type: 'text',
      label: label('Folder'),
      required: true,
      defaultValue: 'INBOX',
      admin: { readOnly: true },
    },
    {
      name: 'uidValidity',
      type: 'text',
      label: label('Folder as it was'),
      admin: { hidden: true },
    },
    { name: 'lastUid', type: 'number', label: label('Read so far'), admin: { hidden: true } },
    { ...instantField({ name: 'lastReadAt', text: 'Last read' }), admin: { readOnly: true } },
    {
      name: 'lastProblem',
      type: 'text',
      label: label('Problem'),
      admin: { readOnly: true },
    },
  ],
}
