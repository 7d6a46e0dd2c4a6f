import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** What payment services told us, each event once, as it came. */
export const WebhookEvents: CollectionConfig = {
  slug: 'webhook-events',
  labels: { singular: label('Message'), plural: label('Messages of payment services') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'settings.write', write: null }),
  // The row is itself a log entry; the payment it leads to is what tells.
  custom: { announce: null },
  admin: {
    group: 'Activity',
    useAsTitle: 'eventId',
    defaultColumns: ['type', 'eventId', 'state', 'receivedAt', 'problem'],
    listSearchableFields: ['eventId', 'type', 'checkoutRef'],
  },
  fields: [
    { name: 'provider', type: 'text', label: label('Payment service'), required: true },
    { name: 'eventId', type: 'text', label: label('Number of the event'), required: true },
    { name: 'type', type: 'text', label: label('Type'), required: true },
    {
      name: 'state',
      type: 'text',
      label: label('State'),
      required: true,
      defaultValue: 'received',
      index: true,
      admin: { description: 'received, processed, ignored, failed or needs_person' },
    },
    { name: 'checkoutRef', type: 'text', label: label('Payment page') },
    {
      name: 'payment',
      type: 'relationship',
      relationTo: 'payments',
      label: label('Payment'),
      index: true,
    },
    { name: 'problem', type: 'text', label: label('Problem') },
    { name: 'payload', type: 'json', label: label('Message'), required: true },
    instantField({ name: 'receivedAt', text: 'Received at' }),
    instantField({ name: 'processedAt', text: 'Processed at' }),
  ],
}
