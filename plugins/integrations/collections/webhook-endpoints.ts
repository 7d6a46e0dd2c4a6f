import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { permissions } from '#plugins/agency/domain'
import { guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { webhookEndpointWorkflow } from '../domain'
import { secretField } from './secret-field'

/** Programs elsewhere that are told what happens here. Changed by commands only. */
export const WebhookEndpoints: CollectionConfig = {
  slug: 'webhook-endpoints',
  labels: { singular: label('Webhook'), plural: label('Webhooks') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'integrations.write', write: null }),
  hooks: { beforeChange: [guardWorkflow(webhookEndpointWorkflow)] },
  custom: {
    announce: {
      subject: 'webhook-endpoint',
      silent: [
        'sealedSecret',
        'previousSecret',
        'previousUntil',
        'lastSequence',
        'failingSince',
        'lastDeliveredAt',
      ],
    },
  },
  admin: {
    group: 'Integrations',
    useAsTitle: 'name',
    defaultColumns: ['name', 'url', 'state', 'lastDeliveredAt', 'failingSince'],
    listSearchableFields: ['name', 'url'],
    description:
      'Each event that a webhook chose is sent to its address, signed as Standard Webhooks describes, and tried again for a day when it does not get through.',
    components: {
      beforeListTable: ['/plugins/integrations/admin/NewWebhook#NewWebhook'],
      edit: {
        beforeDocumentControls: ['/plugins/integrations/admin/WebhookActions#WebhookActions'],
      },
    },
  },
  fields: [
    stateField({ workflow: webhookEndpointWorkflow }),
    { name: 'name', type: 'text', label: label('Name'), required: true },
    { name: 'url', type: 'text', label: label('Address'), required: true },
    {
      name: 'events',
      type: 'text',
      hasMany: true,
      required: true,
      label: label('Events'),
      admin: { description: '“*” is every event, “placement.*” every one about placements.' },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Acts for'),
      required: true,
      index: true,
      admin: { description: 'Events about records that this colleague may not see are withheld.' },
    },
    {
      name: 'scopes',
      type: 'json',
      label: label('Scopes'),
      required: true,
      defaultValue: [],
      admin: {
        description: 'Without a scope for a kind of record, only identifiers are sent of it.',
        custom: { permissions },
        components: { Field: '/plugins/agency/admin/PermissionsField#PermissionsField' },
      },
    },
    secretField({ name: 'sealedSecret', isRequired: true }),
    secretField({ name: 'previousSecret' }),
    instantField({ name: 'previousUntil', text: 'The secret before signs until' }),
    {
      name: 'lastSequence',
      type: 'number',
      label: label('Messages so far'),
      defaultValue: 0,
      admin: { readOnly: true, position: 'sidebar' },
    },
    instantField({ name: 'lastDeliveredAt', text: 'Last delivered' }),
    instantField({ name: 'failingSince', text: 'Failing since' }),
  ],
}
