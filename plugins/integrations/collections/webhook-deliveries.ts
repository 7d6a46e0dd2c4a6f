import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { webhookDeliveryWorkflow } from '../domain'

/** The log of messages to other programs: what was sent, what was answered, what comes next. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: { singular: label('Webhook delivery'), plural: label('Webhook deliveries') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'integrations.write', write: null }),
  // A log of events must not be the cause of events.
  custom: { announce: null },
  admin: {
    group: 'Integrations',
    useAsTitle: 'eventName',
    defaultColumns: [
      'eventName',
      'endpoint',
      'state',
      'tries',
      'responseStatus',
      'nextTryAt',
      'createdAt',
    ],
    listSearchableFields: ['eventName', 'messageId'],
    description:
      'A message has the same id however often it is sent. Receivers keep the ids they have seen: order is not promised, the sequence says what comes before what.',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/integrations/admin/DeliveryActions#DeliveryActions'],
      },
    },
  },
  fields: [
    stateField({ workflow: webhookDeliveryWorkflow }),
    {
      name: 'endpoint',
      type: 'relationship',
      relationTo: 'webhook-endpoints',
      label: label('Webhook'),
      required: true,
      index: true,
    },
    { name: 'eventName', type: 'text', label: label('Event'), required: true },
    { name: 'eventId', type: 'text', label: label('Number of the event') },
    { name: 'messageId', type: 'text', label: label('Message id'), required: true, unique: true },
    { name: 'sequence', type: 'number', label: label('Sequence'), required: true },
    { name: 'tries', type: 'number', label: label('Tries'), required: true, defaultValue: 0 },
    instantField({ name: 'nextTryAt', text: 'Next try' }),
    instantField({ name: 'endedAt', text: 'Ended' }),
    {
      name: 'requestExcerpt',
      type: 'textarea',
      label: label('What was sent'),
      admin: { description: 'Without the record itself, which is read anew with each try.' },
    },
    { name: 'responseStatus', type: 'number', label: label('Answer') },
    { name: 'responseExcerpt', type: 'textarea', label: label('What was answered') },
    { name: 'problem', type: 'text', label: label('Problem') },
  ],
}
