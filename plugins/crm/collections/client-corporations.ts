import type { CollectionConfig } from 'payload'

import {
  fieldBySystemOnly,
  fieldForStaffWith,
  labelBar,
  labelsField,
  staffAccess,
} from '#plugins/agency'
import { judgeTaxIdAt } from '#plugins/agency/domain'
import {
  addressFields,
  basisPointsField,
  currencyField,
  dayField,
  deriveReference,
  referenceField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

const byRateReaders = { read: fieldForStaffWith('rates.read') }

/** A company that orders staff. */
export const ClientCorporations: CollectionConfig = {
  slug: 'client-corporations',
  labels: { singular: label('Client'), plural: label('Clients') },
  versions: false,
  trash: true,
  access: staffAccess({ read: 'clients.read', write: 'clients.write', remove: 'clients.write' }),
  hooks: { beforeChange: [deriveReference('CL')] },
  custom: { announce: { subject: 'client', client: 'id' }, customFields: { stateField: 'status' } },
  admin: {
    group: 'Clients',
    components: {
      beforeListTable: [labelBar('client-corporations')],
      edit: { beforeDocumentControls: ['/plugins/crm/admin/ClientActions#ClientActions'] },
    },
    useAsTitle: 'name',
    defaultColumns: ['name', 'ref', 'status', 'owner', 'isOnCreditStop', 'labels'],
    listSearchableFields: ['name', 'ref', 'email'],
  },
  defaultPopulate: { name: true, ref: true },
  fields: [
    referenceField(),
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Company'),
          fields: [
            { name: 'name', type: 'text', label: label('Name'), required: true, index: true },
            { name: 'industry', type: 'text', label: label('Industry') },
            { name: 'website', type: 'text', label: label('Website') },
            { name: 'phone', type: 'text', label: label('Phone') },
            { name: 'email', type: 'email', label: label('E-mail') },
            { name: 'notes', type: 'textarea', label: label('Notes of the agency') },
          ],
        },
        {
          label: label('Working together'),
          fields: [
            {
              name: 'tier',
              type: 'select',
              label: label('Tier'),
              defaultValue: 'standard',
              options: [
                { value: 'key', label: label('Key account') },
                { value: 'standard', label: label('Standard') },
                { value: 'occasional', label: label('Occasional') },
              ],
              admin: { description: 'Playbooks and routing may treat key accounts otherwise.' },
            },
            dayField({ name: 'termsSignedOn', text: 'Terms signed on' }),
            dayField({
              name: 'termsValidUntilOn',
              text: 'Terms valid until',
              description: 'Empty: until somebody gives notice.',
            }),
            {
              name: 'termsCover',
              type: 'select',
              hasMany: true,
              label: label('Terms cover'),
              options: [
                { value: 'permanent', label: label('Permanent') },
                { value: 'contract', label: label('Contract') },
                { value: 'temp', label: label('Temporary') },
              ],
              admin: { description: 'None chosen: every kind of work.' },
            },
            {
              name: 'paymentHabit',
              type: 'select',
              label: label('Pays'),
              options: [
                { value: 'in_time', label: label('Within its terms') },
                { value: 'late', label: label('Late') },
              ],
              access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
              admin: {
                readOnly: true,
                description: 'Of the last ten invoices, whether at least eight were paid in time.',
              },
            },
          ],
        },
        {
          label: label('Invoicing'),
          fields: [
            { name: 'billingEmail', type: 'email', label: label('E-mail for invoices') },
            {
              name: 'billingAddress',
              type: 'group',
              label: label('Billing address'),
              fields: addressFields(),
            },
            {
              name: 'taxId',
              type: 'text',
              label: label('Tax id'),
              validate: (value: unknown, { data }: { data: unknown }) =>
                judgeTaxIdAt({
                  address: Reflect.get(Object(data), 'billingAddress'),
                  taxId: value,
                }) ?? true,
              admin: {
                description:
                  'VAT number, EIN or what their country has; checked by the country of the billing address.',
              },
            },
            currencyField(),
            {
              name: 'paymentTermsDays',
              type: 'number',
              label: label('Payment terms in days'),
              min: 0,
              max: 180,
              admin: { description: 'Empty: the terms of the legal entity.' },
            },
            {
              ...basisPointsField({
                name: 'taxRateBp',
                text: 'Tax rate',
                description: 'Empty: the usual rate of the legal entity.',
              }),
            },
            dayField({ name: 'taxRateFromOn', text: 'Tax rate since' }),
            basisPointsField({ name: 'taxRateBeforeBp', text: 'Tax rate before' }),
          ],
        },
        {
          label: label('Overtime'),
          fields: [
            {
              name: 'overtimeBilling',
              type: 'select',
              label: label('Who pays overtime'),
              required: true,
              defaultValue: 'last-worked',
              access: byRateReaders,
              options: [
                { value: 'last-worked', label: label('The client where it was worked') },
                { value: 'pro-rata', label: label('All clients of that week by hours') },
                { value: 'absorb', label: label('The agency') },
              ],
            },
            {
              ...basisPointsField({
                name: 'billOvertimeMultiplierBp',
                text: 'Overtime on the bill rate',
                description: '150 % bills one and a half times the rate.',
              }),
              required: true,
              defaultValue: 15_000,
              access: byRateReaders,
            },
          ],
        },
      ],
    },
    {
      name: 'status',
      type: 'select',
      label: label('Status'),
      required: true,
      defaultValue: 'prospect',
      index: true,
      options: [
        { value: 'prospect', label: label('Prospect') },
        { value: 'active', label: label('Active') },
        { value: 'inactive', label: label('Inactive') },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'isOnCreditStop',
      type: 'checkbox',
      label: label('Credit stop'),
      defaultValue: false,
      admin: { position: 'sidebar', description: 'No order of this client becomes active.' },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Owner'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'legalEntity',
      type: 'relationship',
      relationTo: 'legal-entities',
      label: label('Served by'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'holidayCalendar',
      type: 'relationship',
      relationTo: 'holiday-calendars',
      label: label('Holidays'),
      admin: { position: 'sidebar', description: 'Days on which this client does not work.' },
    },
    labelsField('client-corporations'),
  ],
}
