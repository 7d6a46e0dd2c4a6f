import type { CollectionConfig } from 'payload'

import {
  addressFields,
  basisPointsField,
  currencyField,
  dayField,
  minorField,
  zoneField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { fieldBySystemOnly, staffAccess } from '../access/predicates'
import { judgeAccount, judgeBankCode } from '../domain/bank'
import { usualRuleSets } from '../domain/rule-sets'
import { judgeTaxIdAt } from '../domain/tax-id'
import { guardInvoicePrefix } from '../hooks/guard-invoice-prefix'

/** The company that employs workers and issues invoices; workweek and overtime belong to it. */
export const LegalEntities: CollectionConfig = {
  slug: 'legal-entities',
  labels: { singular: label('Legal entity'), plural: label('Legal entities') },
  versions: false,
  access: staffAccess({ read: 'staff.read', write: 'settings.write' }),
  custom: { announce: { subject: 'legal-entity', silent: ['isBase'] } },
  hooks: { beforeValidate: [guardInvoicePrefix] },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'currency', 'workweekStartsOn', 'ruleSet'],
    listSearchableFields: ['name'],
    description: 'The companies of the agency: they employ, pay and invoice.',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/agency/admin/LegalEntityActions#LegalEntityActions'],
      },
    },
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Company'),
          fields: [
            { name: 'name', type: 'text', label: label('Registered name'), required: true },
            {
              name: 'taxId',
              type: 'text',
              label: label('Tax id'),
              validate: (value: unknown, { data }: { data: unknown }) =>
                judgeTaxIdAt({ address: Reflect.get(Object(data), 'address'), taxId: value }) ??
                true,
              admin: {
                description:
                  'VAT number, EIN or what your country has; checked by the country of the address.',
              },
            },
            { name: 'email', type: 'email', label: label('E-mail on invoices') },
            { name: 'phone', type: 'text', label: label('Phone') },
            { name: 'address', type: 'group', label: label('Address'), fields: addressFields() },
          ],
        },
        {
          label: label('Invoicing'),
          fields: [
            currencyField(),
            {
              name: 'isBase',
              type: 'checkbox',
              label: label('Base currency of the agency'),
              defaultValue: false,
              access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
              admin: {
                readOnly: true,
                description:
                  'Dashboards and reports add up in the currency of this company. Chosen by “Report in this currency”.',
              },
            },
            {
              name: 'invoicePrefix',
              type: 'text',
              label: label('Invoice prefix'),
              required: true,
              defaultValue: 'INV',
              validate: (value: unknown) =>
                (typeof value === 'string' && /^[A-Z]{1,6}$/.test(value)) ||
                'One to six letters A–Z.',
              admin: { description: 'No two companies have the same.' },
            },
            {
              name: 'invoiceNumberDigits',
              type: 'number',
              label: label('Digits of invoice numbers'),
              defaultValue: 6,
              validate: (value: unknown) =>
                value === null ||
                value === undefined ||
                (typeof value === 'number' &&
                  Number.isInteger(value) &&
                  value >= 3 &&
                  value <= 9) ||
                'A whole number from 3 to 9.',
              admin: {
                description:
                  'Numbers are filled up with zeros. A change holds for the next number; issued ones stay as they are.',
              },
            },
            {
              name: 'numberPreview',
              type: 'ui',
              admin: {
                disableListColumn: true,
                components: { Field: '/plugins/agency/admin/NumberPreview#NumberPreview' },
              },
            },
            {
              name: 'paymentTermsDays',
              type: 'number',
              label: label('Payment terms in days'),
              required: true,
              defaultValue: 30,
              min: 0,
              max: 180,
            },
            basisPointsField({ name: 'taxRateBp', text: 'Usual tax rate' }),
            dayField({
              name: 'taxRateFromOn',
              text: 'Tax rate since',
              description: 'When the law changed it. Earlier work is taxed at the rate before.',
            }),
            basisPointsField({ name: 'taxRateBeforeBp', text: 'Tax rate before' }),
            {
              ...minorField({
                name: 'hourCostMinor',
                text: 'An hour of a colleague costs',
                description:
                  'What planned work is reckoned with when the worth of an order is estimated.',
              }),
              defaultValue: 5_000,
              min: 0,
            },
            { name: 'bankName', type: 'text', label: label('Bank') },
            {
              name: 'iban',
              type: 'text',
              label: label('Account number or IBAN'),
              validate: (value: unknown, { data }: { data: unknown }) =>
                judgeAccount({ country: countryOf(data), account: textOf(value) }) ?? true,
              admin: { description: 'Printed on invoices; its check digits are checked.' },
            },
            {
              name: 'bic',
              type: 'text',
              label: label('Routing number or BIC'),
              validate: (value: unknown, { data }: { data: unknown }) =>
                judgeBankCode({ country: countryOf(data), code: textOf(value) }) ?? true,
            },
          ],
        },
        {
          label: label('Work'),
          fields: [
            zoneField(),
            {
              name: 'workweekStartsOn',
              type: 'number',
              label: label('Workweek starts on'),
              required: true,
              defaultValue: 1,
              min: 1,
              max: 7,
              admin: { description: '1 is Monday, 7 is Sunday (ISO 8601).' },
            },
            {
              name: 'ruleSet',
              type: 'select',
              options: usualRuleSets.map((one) => ({ value: one.id, label: label(one.label) })),
              label: label('Overtime rules'),
              required: true,
              defaultValue: 'us-federal',
              admin: { description: 'The set of pay rules by which hours are evaluated.' },
            },
          ],
        },
      ],
    },
  ],
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const countryOf = (data: unknown): string => {
  const address: unknown = Reflect.get(Object(data), 'address')
  return textOf(Reflect.get(Object(address), 'country'))
}
