import { recordActions } from '#plugins/kernel/admin/server'

export const OrderTemplateActions = recordActions({
  collection: 'order-templates',
  actionsFor: ({ record, id }) => [
    record.isActive !== false && {
      command: 'create-job-order',
      label: 'Begin an order…',
      input: { templateId: id },
      text: 'What is left empty here is taken from the template.',
      fields: [
        {
          name: 'clientId',
          label: 'Client',
          type: 'relation',
          isRequired: true,
          collection: 'client-corporations',
          titleFields: ['name'],
        },
        { name: 'title', label: 'Job title', type: 'text', value: record.title },
        { name: 'openingsCount', label: 'Openings', type: 'number', value: 1, least: 1, most: 500 },
        {
          name: 'workLocationId',
          label: 'Work location',
          type: 'relation',
          collection: 'work-locations',
          titleFields: ['name'],
        },
        { name: 'startsOn', label: 'Start', type: 'day' },
      ],
      tone: 'primary',
      done: 'The order is there.',
      opens: { collection: 'job-orders', key: 'jobOrderId' },
    },
  ],
})
