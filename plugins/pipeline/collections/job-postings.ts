import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import {
  currencyField,
  dayField,
  guardWorkflow,
  instantField,
  minorField,
  rateField,
  stateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { employmentTypeOptions } from '../domain/employment-type'
import { jobPostingWorkflow } from '../domain/job-posting-workflow'

/** What the public reads about an order on one site. Client and bill rate are no part of it. */
export const JobPostings: CollectionConfig = {
  slug: 'job-postings',
  labels: { singular: label('Job posting'), plural: label('Job postings') },
  versions: false,
  access: staffAccess({ read: 'orders.read', write: 'site.write' }),
  hooks: { beforeChange: [guardWorkflow(jobPostingWorkflow)] },
  custom: { announce: { subject: 'job-posting', order: 'jobOrder' } },
  indexes: [
    { fields: ['site', 'slug'], unique: true },
    { fields: ['jobOrder', 'site'], unique: true },
  ],
  admin: {
    group: 'Recruiting',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/pipeline/admin/JobPostingActions#JobPostingActions'],
      },
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'siteName', 'place', 'state', 'publishedAt', 'validThroughOn'],
    listSearchableFields: ['title', 'slug', 'place'],
  },
  fields: [
    stateField({ workflow: jobPostingWorkflow }),
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Text'),
          fields: [
            { name: 'title', type: 'text', label: label('Title'), required: true, maxLength: 160 },
            {
              name: 'description',
              type: 'textarea',
              label: label('Description'),
              required: true,
              admin: { rows: 14, description: 'Paragraphs are set apart by an empty line.' },
            },
            { name: 'place', type: 'text', label: label('Place as shown') },
            {
              name: 'employmentType',
              type: 'select',
              label: label('Employment type'),
              required: true,
              options: employmentTypeOptions,
            },
            dayField({ name: 'validThroughOn', text: 'Open until' }),
          ],
        },
        {
          label: label('Pay'),
          fields: [
            {
              name: 'isPayShown',
              type: 'checkbox',
              label: label('Show the pay'),
              defaultValue: false,
            },
            currencyField(),
            rateField({ name: 'payFromRateE4', text: 'Pay per hour from' }),
            rateField({ name: 'payToRateE4', text: 'Pay per hour to' }),
            minorField({ name: 'salaryFromMinor', text: 'Salary per year from' }),
            minorField({ name: 'salaryToMinor', text: 'Salary per year to' }),
          ],
        },
        {
          label: label('Place'),
          fields: [
            {
              name: 'isRemote',
              type: 'checkbox',
              label: label('Fully remote'),
              defaultValue: false,
            },
            { name: 'city', type: 'text', label: label('Town'), index: true },
            { name: 'region', type: 'text', label: label('State or region') },
            { name: 'country', type: 'text', label: label('Country') },
            { name: 'postalCode', type: 'text', label: label('Postcode') },
          ],
        },
      ],
    },
    {
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
      required: true,
      index: true,
      access: { update: fieldBySystemOnly },
      admin: { position: 'sidebar' },
    },
    {
      name: 'site',
      type: 'text',
      label: label('Site'),
      required: true,
      index: true,
      access: { update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    {
      name: 'siteName',
      type: 'text',
      label: label('Site'),
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'slug',
      type: 'text',
      label: label('Address'),
      required: true,
      access: { update: fieldBySystemOnly },
      admin: { position: 'sidebar', readOnly: true },
    },
    instantField({ name: 'publishedAt', text: 'Published at' }),
    instantField({ name: 'closedAt', text: 'Closed at' }),
  ],
}
