import type { CollectionConfig } from 'payload'

import { fieldForStaffWith, staffAccess } from '#plugins/agency'
import {
  basisPointsField,
  currencyField,
  minorField,
  minutesField,
  rateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { employmentTypeOptions } from '../domain/employment-type'

const forReadersOf = (permission: 'rates.read' | 'pay.read') => ({
  read: fieldForStaffWith(permission),
  create: fieldForStaffWith(permission),
  update: fieldForStaffWith(permission),
})

/** What orders for one kind of job usually say, for any client: an order begins with it. */
export const OrderTemplates: CollectionConfig = {
  slug: 'order-templates',
  labels: { singular: label('Order template'), plural: label('Order templates') },
  versions: false,
  access: staffAccess({ read: 'orders.read', write: 'orders.write', remove: 'orders.write' }),
  custom: { announce: { subject: 'order-template' } },
  admin: {
    group: 'Recruiting',
    useAsTitle: 'name',
    defaultColumns: ['name', 'title', 'category', 'employmentType', 'isActive'],
    listSearchableFields: ['name', 'title', 'category'],
    description: 'What orders of a kind usually say. Save one from an order, or write it here.',
    components: {
      edit: {
        beforeDocumentControls: [
          '/plugins/pipeline/admin/OrderTemplateActions#OrderTemplateActions',
        ],
      },
    },
  },
  defaultSort: 'name',
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('Name of the template'),
      required: true,
      unique: true,
      maxLength: 80,
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Order'),
          fields: [
            {
              name: 'title',
              type: 'text',
              label: label('Job title'),
              required: true,
              maxLength: 160,
            },
            {
              name: 'employmentType',
              type: 'select',
              label: label('Employment type'),
              required: true,
              options: employmentTypeOptions,
            },
            { name: 'category', type: 'text', label: label('Category of work'), maxLength: 80 },
            {
              name: 'description',
              type: 'textarea',
              label: label('Description'),
              maxLength: 20_000,
            },
            { name: 'mustHaves', type: 'text', hasMany: true, label: label('Must have') },
            { name: 'niceToHaves', type: 'text', hasMany: true, label: label('Nice to have') },
            {
              name: 'credentialTypes',
              type: 'relationship',
              relationTo: 'credential-types',
              hasMany: true,
              label: label('Credentials needed'),
            },
          ],
        },
        {
          label: label('Terms'),
          fields: [
            currencyField(),
            {
              ...rateField({ name: 'payRateE4', text: 'Pay rate per hour' }),
              access: forReadersOf('pay.read'),
            },
            {
              ...rateField({ name: 'billRateE4', text: 'Bill rate per hour' }),
              access: forReadersOf('rates.read'),
            },
            minorField({ name: 'salaryFromMinor', text: 'Salary per year from' }),
            minorField({ name: 'salaryToMinor', text: 'Salary per year to' }),
            {
              ...basisPointsField({ name: 'feeBp', text: 'Fee of the salary' }),
              access: forReadersOf('rates.read'),
            },
            {
              ...minorField({ name: 'feeFlatMinor', text: 'Flat fee' }),
              access: forReadersOf('rates.read'),
            },
            minutesField({ name: 'hoursPerWeekMinutes', text: 'Usual week', most: 10_080 }),
          ],
        },
        {
          label: label('Application'),
          fields: [
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
              admin: { condition: (data) => data.screeningKind === 'yes_no' },
            },
          ],
        },
      ],
    },
    {
      name: 'isActive',
      type: 'checkbox',
      label: label('In use'),
      defaultValue: true,
      admin: { position: 'sidebar', description: 'Otherwise no order begins with it.' },
    },
  ],
}
