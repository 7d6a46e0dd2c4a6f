import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { incomingDeliveryWorkflow } from '../domain'

/** The log of signed messages that came in, without what they said. */
export const IncomingDeliveries: CollectionConfig = {
  slug: 'incoming-deliveries',
  labels: { singular: label('Incoming delivery'), plural: label('Incoming deliveries') },
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['endpoint', 'deliveryId'], unique: true }],
  access: staffAccess({ read: 'integrations.write', write: null }),
  // What a message did is told by the command that did it.
  custom: { announce: null },
  admin: {
    group: 'Integrations',
    useAsTitle: 'deliveryId',
    defaultColumns: [
      'createdAt',
      'endpoint',
      'state',
      'answerStatus',
      'answer',
      'tries',
      'deliveryId',
    ],
    listSearchableFields: ['deliveryId'],
    description:
      'What came by incoming webhooks in the last 30 days. An id counts once: a refused message may come again with the same one.',
  },
  fields: [
    stateField({ workflow: incomingDeliveryWorkflow }),
    {
      name: 'endpoint',
      type: 'relationship',
      relationTo: 'incoming-endpoints',
      label: label('Incoming webhook'),
      required: true,
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'deliveryId',
      type: 'text',
      label: label('Id of the message'),
      required: true,
      admin: { readOnly: true, description: 'The sender’s own, from the header webhook-id.' },
    },
    {
      name: 'tries',
      type: 'number',
      label: label('Times it came'),
      required: true,
      defaultValue: 1,
      admin: { readOnly: true },
    },
    {
      name: 'bodyBytes',
      type: 'number',
      label: label('Bytes'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'fieldNames',
      type: 'text',
      label: label('Fields that were sent'),
      admin: { readOnly: true, description: 'Their names; the values are not kept here.' },
    },
    {
      name: 'answerStatus',
      type: 'number',
      label: label('Answer'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'answer',
      type: 'text',
      label: label('In words'),
      admin: { readOnly: true },
    },
    { name: 'recordKind', type: 'text', label: label('Came of it'), admin: { readOnly: true } },
    { name: 'recordId', type: 'text', label: label('Its number'), admin: { readOnly: true } },
  ],
}
