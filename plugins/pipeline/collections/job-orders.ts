import type { CollectionConfig } from 'payload'

import {
  fieldBySystemOnly,
  fieldForStaffWith,
  labelBar,
  labelsField,
  staffAccess,
} from '#plugins/agency'
import {
  basisPointsField,
  currencyField,
  dayField,
  deriveReference,
  guardWorkflow,
  instantField,
  minorField,
  minutesField,
  rateField,
  referenceField,
  stateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { employmentTypeOptions } from '../domain/employment-type'
import { jobOrderWorkflow } from '../domain/job-order-workflow'
import { orderHealthEndpoint } from '../endpoints/health-endpoint'
import { orderBoardEndpoint } from '../endpoints/order-board'
import { orderMatchesEndpoint } from '../endpoints/order-matches'
import { orderOpeningsEndpoint } from '../endpoints/order-openings'
import { qualificationEndpoint } from '../endpoints/qualification-endpoint'
import { guardOrderTerms } from '../hooks/guard-order-terms'
import { guardShares } from '../hooks/guard-shares'
import { interviewPlanFields } from './interview-plan-fields'
import { peopleFields } from './people-fields'
import { gradeFields, qualificationFields, qualificationTerms } from './qualification-fields'

const byRateReaders = {
  read: fieldForStaffWith('rates.read'),
  create: fieldForStaffWith('rates.read'),
  update: fieldForStaffWith('rates.read'),
}
const byPayReaders = {
  read: fieldForStaffWith('pay.read'),
  create: fieldForStaffWith('pay.read'),
  update: fieldForStaffWith('pay.read'),
}

/** Work that a client wants filled; its seats are `openings`. */
export const JobOrders: CollectionConfig = {
  slug: 'job-orders',
  labels: { singular: label('Job order'), plural: label('Job orders') },
  versions: false,
  trash: true,
  access: staffAccess({ read: 'orders.read', write: 'orders.write', remove: 'orders.write' }),
  endpoints: [
    orderBoardEndpoint,
    orderMatchesEndpoint,
    orderOpeningsEndpoint,
    qualificationEndpoint,
    orderHealthEndpoint,
  ],
  hooks: {
    beforeChange: [
      deriveReference('JO'),
      guardWorkflow(jobOrderWorkflow),
      guardOrderTerms,
      guardShares,
    ],
  },
  custom: {
    customFields: { stateField: 'state' },
    announce: {
      subject: 'job-order',
      order: 'id',
      client: 'client',
      contact: 'contact',
      // Grading tells of itself by events of its own.
      silent: gradeFields.map(({ name }) => name),
    },
  },
  admin: {
    group: 'Recruiting',
    components: {
      beforeListTable: [labelBar('job-orders')],
      edit: { beforeDocumentControls: ['/plugins/pipeline/admin/JobOrderActions#JobOrderActions'] },
      views: {
        edit: {
          board: {
            Component: '/plugins/pipeline/admin/OrderBoardTab#OrderBoardTab',
            path: '/board',
            tab: { label: 'Board', href: '/board', order: 150 },
          },
          match: {
            Component: '/plugins/pipeline/admin/MatchTab#MatchTab',
            path: '/match',
            tab: { label: 'Match', href: '/match', order: 152 },
          },
        },
      },
    },
    useAsTitle: 'title',
    defaultColumns: [
      'ref',
      'title',
      'client',
      'state',
      'grade',
      'score',
      'owner',
      'startsOn',
      'labels',
    ],
    listSearchableFields: ['ref', 'title'],
  },
  defaultPopulate: { title: true, ref: true, client: true, state: true, grade: true },
  // What is most worth working on comes first.
  defaultSort: ['-priority', '-createdAt'],
  fields: [
    referenceField(),
    stateField({ workflow: jobOrderWorkflow }),
    {
      name: 'orderHealth',
      type: 'ui',
      admin: {
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: '/plugins/pipeline/admin/OrderHealth#OrderHealth' },
      },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Order'),
          fields: [
            { name: 'title', type: 'text', label: label('Title'), required: true, index: true },
            {
              name: 'category',
              type: 'text',
              label: label('Category of work'),
              maxLength: 80,
              admin: {
                description: 'Nursing, warehouse, design: our own history is compared within it.',
              },
            },
            {
              name: 'client',
              type: 'relationship',
              relationTo: 'client-corporations',
              label: label('Client'),
              required: true,
              index: true,
              access: { update: fieldBySystemOnly },
            },
            {
              name: 'contact',
              type: 'relationship',
              relationTo: 'client-contacts',
              label: label('Contact'),
              filterOptions: ({ data }) =>
                data.client ? { client: { equals: data.client } } : true,
            },
            {
              name: 'workLocation',
              type: 'relationship',
              relationTo: 'work-locations',
              label: label('Work location'),
            },
            {
              name: 'employmentType',
              type: 'select',
              label: label('Employment type'),
              required: true,
              index: true,
              options: employmentTypeOptions,
            },
            {
              name: 'openingsCount',
              type: 'number',
              label: label('Openings at the start'),
              required: true,
              defaultValue: 1,
              min: 1,
              max: 500,
              admin: {
                description: 'Becomes rows when the order is activated; later add or cancel those.',
              },
            },
            {
              name: 'orderOpenings',
              type: 'ui',
              admin: {
                disableBulkEdit: true,
                disableListColumn: true,
                components: { Field: '/plugins/pipeline/admin/OrderOpenings#OrderOpenings' },
              },
            },
            dayField({ name: 'startsOn', text: 'Start' }),
            dayField({ name: 'endsOn', text: 'End' }),
            { name: 'description', type: 'textarea', label: label('Description') },
            { name: 'mustHaves', type: 'text', hasMany: true, label: label('Must have') },
            { name: 'niceToHaves', type: 'text', hasMany: true, label: label('Nice to have') },
            {
              name: 'credentialTypes',
              type: 'relationship',
              relationTo: 'credential-types',
              hasMany: true,
              label: label('Credentials needed'),
            },
            {
              name: 'language',
              type: 'text',
              label: label('Language of the work'),
              maxLength: 2,
              validate: (value: unknown) =>
                !value ||
                (typeof value === 'string' && /^[a-z]{2}$/.test(value)) ||
                'Two small letters: en, es, pl.',
            },
            ...peopleFields,
          ],
        },
        {
          label: label('Terms'),
          fields: [
            currencyField(),
            {
              ...rateField({ name: 'payRateE4', text: 'Pay rate per hour' }),
              access: byPayReaders,
            },
            {
              ...rateField({ name: 'billRateE4', text: 'Bill rate per hour' }),
              access: byRateReaders,
            },
            minorField({ name: 'salaryFromMinor', text: 'Salary per year from' }),
            minorField({ name: 'salaryToMinor', text: 'Salary per year to' }),
            {
              ...basisPointsField({
                name: 'feeBp',
                text: 'Fee of the salary',
                description: 'For permanent placements: a share of the first salary of a year.',
              }),
              access: byRateReaders,
            },
            {
              ...minorField({ name: 'feeFlatMinor', text: 'Flat fee' }),
              access: byRateReaders,
            },
            minutesField({
              name: 'hoursPerWeekMinutes',
              text: 'Usual week',
              description: 'For example 40 or 37:30.',
              most: 10_080,
            }),
            {
              name: 'rateCard',
              type: 'relationship',
              relationTo: 'rate-cards',
              label: label('Rate card'),
              access: byRateReaders,
              filterOptions: ({ data }) =>
                data.client ? { client: { equals: data.client } } : true,
            },
            ...qualificationTerms,
          ],
        },
        { label: label('Qualify'), fields: qualificationFields },
        { label: label('Interviews'), fields: interviewPlanFields },
        {
          label: label('Application'),
          fields: [
            {
              name: 'representation',
              type: 'select',
              label: label('Right to represent'),
              defaultValue: 'as-agency',
              options: [
                { value: 'as-agency', label: label('As the agency’s rules say') },
                { value: 'asked', label: label('Needed before the client sees somebody') },
                { value: 'not-asked', label: label('Not needed') },
              ],
            },
            {
              name: 'screeningQuestion',
              type: 'text',
              label: label('Screening question'),
              maxLength: 300,
            },
            {
              name: 'screeningKind',
              type: 'select',
              label: label('Answered with'),
              required: true,
              defaultValue: 'none',
              options: [
                { value: 'none', label: label('No question') },
                { value: 'yes_no', label: label('Yes or no') },
                { value: 'text', label: label('Own words') },
              ],
            },
            {
              name: 'screeningKnockOut',
              type: 'select',
              label: label('Warn when the answer is'),
              required: true,
              defaultValue: 'none',
              options: [
                { value: 'none', label: label('Never') },
                { value: 'yes', label: label('Yes') },
                { value: 'no', label: label('No') },
              ],
              admin: {
                condition: (data) => data.screeningKind === 'yes_no',
                description: 'The application is taken all the same; the board shows the answer.',
              },
            },
          ],
        },
        {
          label: label('History'),
          fields: [
            {
              name: 'request',
              type: 'relationship',
              relationTo: 'order-requests',
              label: label('Order request'),
              index: true,
              access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
              admin: { readOnly: true },
            },
            instantField({ name: 'receivedAt', text: 'Received at' }),
            instantField({ name: 'qualifiedAt', text: 'Qualified at' }),
            instantField({ name: 'activatedAt', text: 'Activated at' }),
            instantField({ name: 'closedAt', text: 'Closed at' }),
            {
              name: 'closeReason',
              type: 'textarea',
              label: label('Why it was held or closed'),
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
      required: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'clientThread',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: '/plugins/pipeline/admin/ClientThread#ClientThread' },
      },
    },
    {
      name: 'isPublic',
      type: 'checkbox',
      label: label('On a site'),
      defaultValue: false,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'brand',
      type: 'relationship',
      relationTo: 'brands',
      label: label('Brand'),
      admin: {
        position: 'sidebar',
        description: 'Whose mail people read. Empty: of the website it is on, else the default.',
      },
    },
    ...gradeFields,
    labelsField('job-orders'),
  ],
}
