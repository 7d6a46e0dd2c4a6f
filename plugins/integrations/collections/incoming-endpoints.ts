import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { incomingEndpointWorkflow, incomingPurposeNames, incomingPurposes } from '../domain'
import { secretField } from './secret-field'

/** Addresses of ours that other programs send to. Changed by commands only. */
export const IncomingEndpoints: CollectionConfig = {
  slug: 'incoming-endpoints',
  labels: { singular: label('Incoming webhook'), plural: label('Incoming webhooks') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'integrations.write', write: null }),
  hooks: { beforeChange: [guardWorkflow(incomingEndpointWorkflow)] },
  custom: {
    announce: {
      subject: 'incoming-endpoint',
      silent: [
        'sealedSecret',
        'previousSecret',
        'previousUntil',
        'lastAcceptedAt',
        'lastProblem',
        'lastProblemAt',
      ],
    },
  },
  admin: {
    group: 'Integrations',
    useAsTitle: 'name',
    defaultColumns: ['name', 'purpose', 'state', 'lastAcceptedAt', 'lastProblem', 'lastProblemAt'],
    listSearchableFields: ['name', 'publicId'],
    description:
      'An address that another program sends signed messages to. Each does one thing, within the rights of the colleague it acts for.',
    components: {
      beforeListTable: ['/plugins/integrations/admin/NewIncoming#NewIncoming'],
      edit: {
        beforeDocumentControls: ['/plugins/integrations/admin/IncomingActions#IncomingActions'],
      },
    },
  },
  fields: [
    stateField({ workflow: incomingEndpointWorkflow }),
    { name: 'name', type: 'text', label: label('Name'), required: true },
    {
      name: 'purpose',
      type: 'select',
      label: label('What a message does'),
      required: true,
      options: incomingPurposeNames.map((value) => ({
        value,
        label: label(incomingPurposes[value].label),
      })),
      admin: { description: 'Never changes: make another one for something else.' },
    },
    {
      name: 'howTo',
      type: 'ui',
      admin: {
        disableListColumn: true,
        disableBulkEdit: true,
        components: { Field: '/plugins/integrations/admin/IncomingHelp#IncomingHelp' },
      },
    },
    {
      name: 'publicId',
      type: 'text',
      label: label('Last part of the address'),
      required: true,
      unique: true,
      admin: { readOnly: true },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Acts for'),
      required: true,
      index: true,
      admin: {
        description: 'Whoever made it. When this colleague loses the right, messages are refused.',
      },
    },
    secretField({ name: 'sealedSecret', isRequired: true }),
    secretField({ name: 'previousSecret' }),
    instantField({ name: 'previousUntil', text: 'The secret before counts until' }),
    instantField({ name: 'lastAcceptedAt', text: 'Last accepted' }),
    {
      name: 'lastProblem',
      type: 'text',
      label: label('Last problem'),
      admin: {
        readOnly: true,
        description:
          'Why a call was turned away before it was taken for a message: no or another signature, too old, too large.',
      },
    },
    instantField({ name: 'lastProblemAt', text: 'Last problem at' }),
  ],
}
