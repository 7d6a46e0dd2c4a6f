import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { longestMessage } from '../domain/client-message'

/**
 * What the agency and a client write to each other about an order. Apart from the notes of the team,
 * which are rows of another collection and can never turn into these.
 */
export const ClientMessages: CollectionConfig = {
  slug: 'client-messages',
  labels: { singular: label('Message with a client'), plural: label('Messages with clients') },
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['jobOrder', 'createdAt'] }],
  access: staffAccess({ read: 'orders.read', write: null }),
  // Its commands tell of it in the story of the order.
  custom: { announce: null },
  admin: {
    group: 'Activity',
    useAsTitle: 'text',
    defaultColumns: ['text', 'writtenBy', 'client', 'jobOrder', 'createdAt', 'readAt'],
    listSearchableFields: ['text'],
    description:
      'Written on the page of an order, and by clients in the portal or by the link of a mail. The client reads these; the notes of the team it never sees.',
  },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: label('Text'),
      maxLength: longestMessage,
      admin: { readOnly: true },
    },
    {
      name: 'writtenBy',
      type: 'select',
      label: label('Written by'),
      required: true,
      options: [
        { value: 'agency', label: label('Agency') },
        { value: 'client', label: label('Client') },
      ],
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
    {
      name: 'contact',
      type: 'relationship',
      relationTo: 'client-contacts',
      label: label('Contact'),
      required: true,
      index: true,
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'Who wrote it, or who got it by mail.',
      },
    },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
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
    instantField({ name: 'readAt', text: 'Read by the other side' }),
  ],
}
