import type { CollectionConfig } from 'payload'

import { bySystemOnly, staffCan } from '#plugins/agency'
import { permissionsOf } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** The agency's own words for a mail; without a row the mail keeps the words of the product. */
export const MessageTemplates: CollectionConfig = {
  slug: 'message-templates',
  labels: { singular: label('Message template'), plural: label('Message templates') },
  versions: false,
  access: {
    read: staffCan('settings.write'),
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: bySystemOnly,
  },
  custom: { announce: { subject: 'message-template' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'kind',
    defaultColumns: ['kind', 'subject', 'updatedAt'],
    listSearchableFields: ['kind', 'subject'],
    hidden: ({ user }) => !(user && permissionsOf(user).has('settings.write')),
    components: {
      views: { list: { Component: '/plugins/work/admin/MessagesScreen#MessagesScreen' } },
    },
  },
  fields: [
    { name: 'kind', type: 'text', label: label('Mail'), required: true, unique: true },
    { name: 'subject', type: 'text', label: label('Subject'), required: true },
    { name: 'opening', type: 'textarea', label: label('Text'), required: true },
    { name: 'ending', type: 'textarea', label: label('Text after the button') },
    { name: 'button', type: 'text', label: label('Button') },
  ],
}
