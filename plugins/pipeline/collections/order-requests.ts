import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import {
  currencyField,
  dayField,
  deriveReference,
  guardWorkflow,
  instantField,
  minorField,
  rateField,
  referenceField,
  stateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { orderRequestWorkflow } from '../domain/order-request-workflow'
import { similarRequestsEndpoint } from '../endpoints/similar-requests'
import { intakeAnswerFields } from './intake-answer-fields'

/** A client's wish for staff as it came in; the order that follows is a record of its own. */
export const OrderRequests: CollectionConfig = {
  slug: 'order-requests',
  labels: { singular: label('Order request'), plural: label('Order requests') },
  versions: false,
  access: staffAccess({ read: 'requests.read', write: 'requests.write' }),
  endpoints: [similarRequestsEndpoint],
  hooks: { beforeChange: [deriveReference('RQ'), guardWorkflow(orderRequestWorkflow)] },
  custom: {
    announce: {
      subject: 'order-request',
      contact: 'contact',
      client: 'client',
      order: 'jobOrder',
      personal: ['contactName', 'email', 'phone', 'answers'],
      silent: ['requestKey'],
    },
  },
  admin: {
    group: 'Recruiting',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/pipeline/admin/OrderRequestActions#OrderRequestActions'],
      },
    },
    useAsTitle: 'ref',
    defaultColumns: ['ref', 'company', 'jobTitle', 'openingsCount', 'state', 'owner', 'receivedAt'],
    listSearchableFields: ['ref', 'company', 'jobTitle', 'email'],
  },
  fields: [
    referenceField(),
    stateField({ workflow: orderRequestWorkflow }),
    {
      name: 'similarRequests',
      type: 'ui',
      admin: {
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: '/plugins/pipeline/admin/SimilarRequests#SimilarRequests' },
      },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Who asks'),
          fields: [
            { name: 'company', type: 'text', label: label('Company'), required: true },
            { name: 'contactName', type: 'text', label: label('Contact'), required: true },
            { name: 'email', type: 'email', label: label('E-mail'), required: true },
            { name: 'phone', type: 'text', label: label('Phone') },
          ],
        },
        {
          label: label('What for'),
          fields: [
            { name: 'jobTitle', type: 'text', label: label('Role'), required: true },
            {
              name: 'openingsCount',
              type: 'number',
              label: label('How many people'),
              required: true,
              defaultValue: 1,
              min: 1,
              max: 500,
            },
            { name: 'workLocation', type: 'text', label: label('Where') },
            dayField({ name: 'startsOn', text: 'Start' }),
            dayField({ name: 'endsOn', text: 'End' }),
            {
              name: 'payPeriod',
              type: 'select',
              label: label('Pay is per'),
              required: true,
              defaultValue: 'hour',
              options: [
                { value: 'hour', label: label('Hour') },
                { value: 'year', label: label('Year') },
              ],
            },
            currencyField(),
            rateField({ name: 'payFromRateE4', text: 'Pay per hour from' }),
            rateField({ name: 'payToRateE4', text: 'Pay per hour to' }),
            minorField({ name: 'salaryFromMinor', text: 'Salary per year from' }),
            minorField({ name: 'salaryToMinor', text: 'Salary per year to' }),
            { name: 'notes', type: 'textarea', label: label('Notes of the client') },
          ],
        },
        { label: label('Form'), fields: intakeAnswerFields },
        {
          label: label('What came of it'),
          fields: [
            {
              name: 'contact',
              type: 'relationship',
              relationTo: 'client-contacts',
              label: label('Known contact'),
              index: true,
            },
            {
              name: 'client',
              type: 'relationship',
              relationTo: 'client-corporations',
              label: label('Client'),
              index: true,
            },
            {
              name: 'jobOrder',
              type: 'relationship',
              relationTo: 'job-orders',
              label: label('Job order'),
              index: true,
              access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
              admin: { readOnly: true },
            },
            {
              name: 'askedDetails',
              type: 'json',
              label: label('Details we asked for'),
              access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
              admin: { hidden: true },
            },
            {
              name: 'question',
              type: 'textarea',
              label: label('What we asked'),
              access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
              admin: { readOnly: true },
            },
            {
              name: 'answer',
              type: 'textarea',
              label: label('What the client answered'),
              access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
              admin: { readOnly: true },
            },
            {
              name: 'declineReason',
              type: 'textarea',
              label: label('Why it was declined'),
              access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
              admin: { readOnly: true },
            },
          ],
        },
      ],
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Owner'),
      index: true,
      admin: {
        position: 'sidebar',
        description:
          'Given by the routing rules as it comes in, else whoever looks after the client.',
      },
    },
    {
      name: 'channel',
      type: 'select',
      label: label('Came by'),
      required: true,
      defaultValue: 'phone',
      options: [
        { value: 'site', label: label('Site') },
        { value: 'phone', label: label('Phone') },
        { value: 'mail', label: label('Mail') },
        { value: 'portal', label: label('Portal') },
        { value: 'program', label: label('Another program') },
      ],
      admin: { position: 'sidebar' },
    },
    instantField({ name: 'receivedAt', text: 'Received at' }),
    {
      name: 'site',
      type: 'text',
      label: label('Site'),
      index: true,
      admin: { hidden: true },
    },
    {
      name: 'requestKey',
      type: 'text',
      label: label('Sent once per'),
      unique: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
  ],
}
