import { recordActions } from '#plugins/kernel/admin/server'
import { detailsOf, requestDetailNames, requestDetails } from '../domain/request-details'
import { askedFieldsOf } from './asked-details'
import { isOpenRequest, orderTypeFields, payFieldsOf } from './order-fields'

export const OrderRequestActions = recordActions({
  collection: 'order-requests',
  actionsFor: ({ record, id, zone }) =>
    isOpenRequest(record.state)
      ? [
          {
            command: 'convert-order-request',
            label: 'Make an order…',
            input: { requestId: id },
            text: 'Creates the job order with its client and contact. Leave client and contact empty when they are new: they are made from the request.',
            fields: [
              { name: 'title', label: 'Job title', type: 'text', value: record.jobTitle },
              ...orderTypeFields,
              {
                name: 'openingsCount',
                label: 'Openings',
                type: 'number',
                value: record.openingsCount,
                least: 1,
                most: 500,
              },
              {
                name: 'clientId',
                label: 'Client',
                type: 'relation',
                collection: 'client-corporations',
                titleFields: ['name'],
                description: `In the request: ${record.company}.`,
              },
              {
                name: 'workLocationId',
                label: 'Work location',
                type: 'relation',
                collection: 'work-locations',
                titleFields: ['name'],
                description: `In the request: ${record.workLocation || 'nothing yet'}. Known places only; else write the new one below.`,
              },
              { name: 'newWorkLocation.name', label: 'New place: name', type: 'text' },
              { name: 'newWorkLocation.city', label: 'New place: town', type: 'text' },
              {
                name: 'newWorkLocation.zone',
                label: 'New place: time zone',
                type: 'text',
                placeholder: zone,
              },
              ...payFieldsOf({ currency: record.currency, payRateE4: record.payFromRateE4 }),
              {
                name: 'startsOn',
                label: 'Start',
                type: 'day',
                ...(record.startsOn ? { value: record.startsOn } : {}),
              },
              {
                name: 'description',
                label: 'Description',
                type: 'textarea',
                description: `Stands in the advert once the job is published.${
                  record.notes ? ` The client’s own words, for you only: “${record.notes}”` : ''
                }`,
              },
              {
                name: 'mustHaves',
                label: 'Must have',
                type: 'lines',
                placeholder: 'One per line',
              },
            ],
            tone: 'primary',
            done: 'The order is there.',
            opens: { collection: 'job-orders', key: 'jobOrderId' },
          },
          {
            command: 'convert-order-request',
            label: 'Make an order from a template…',
            input: { requestId: id },
            text: 'What the request says comes first; the template says the rest.',
            fields: [
              {
                name: 'templateId',
                label: 'Template',
                type: 'relation',
                isRequired: true,
                collection: 'order-templates',
                titleFields: ['name'],
              },
              {
                name: 'clientId',
                label: 'Client',
                type: 'relation',
                collection: 'client-corporations',
                titleFields: ['name'],
                description: `In the request: ${record.company}. Empty: the known client, else a new one.`,
              },
              {
                name: 'workLocationId',
                label: 'Work location',
                type: 'relation',
                collection: 'work-locations',
                titleFields: ['name'],
                description: `In the request: ${record.workLocation || 'nothing yet'}.`,
              },
            ],
            done: 'The order is there.',
            opens: { collection: 'job-orders', key: 'jobOrderId' },
          },
          record.state === 'received' && {
            command: 'request-order-info',
            label: 'Ask the client…',
            input: { requestId: id },
            text: 'The contact answers by link: what is chosen here in a field each, all else in their own words.',
            fields: [
              {
                name: 'details',
                label: 'What is missing',
                type: 'choices',
                options: requestDetailNames.map((value) => ({
                  value,
                  label: requestDetails[value],
                })),
              },
              {
                name: 'question',
                label: 'Question',
                type: 'textarea',
                description: 'Empty: it asks for what is chosen above.',
              },
            ],
            done: 'The question is on its way.',
          },
          record.state === 'needs_info' && {
            command: 'answer-order-request',
            label: 'Note the answer…',
            input: { requestId: id },
            text: 'For a client who answers on the phone.',
            fields: [
              ...askedFieldsOf(record),
              {
                name: 'answer',
                label: 'Answer',
                type: 'textarea',
                isRequired: detailsOf(record.askedDetails).length === 0,
              },
            ],
            done: 'Noted.',
          },
          {
            command: 'decline-order-request',
            label: 'Decline…',
            input: { requestId: id },
            text: 'The client is told this reason.',
            fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
            tone: 'danger',
            done: 'Declined.',
          },
        ]
      : [],
})
