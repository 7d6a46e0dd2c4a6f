import type { CollectionConfig } from 'payload'

import {
  addressFields,
  basisPointsField,
  currencyField,
  dayField,
  zoneField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { staffAccess } from '../access/predicates'
import { usualRuleSets } from '../domain/rule-sets'

/** The company that employs workers and issues invoices; workweek and overtime belong to it. */
export const LegalEntities: CollectionConfig = {
  slug: 'legal-entities',
  labels: { singular: label('Legal entity'), plural: label('Legal entities') },
  versions: false,
  access: staffAccess({ read: 'staff.read', write: 'settings.write' }),
  custom: { announce: { subject: 'legal-entity' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'currency', 'workweekStartsOn', 'ruleSet'],
    listSearchableFields: ['name'],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Company'),
          fields: [
            { name: 'name', type: 'text', label: label('Registered name'), required: true },
            { name: 'taxId', type: 'text', label: label('Tax id') },
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
              name: 'invoicePrefix',
              type: 'text',
              label: label('Invoice prefix'),
              required: true,
              defaultValue: 'INV',
              validate: (value: unknown) =>
                (typeof value === 'string' && /^[A-Z]{1,6}$/.test(value)) ||
                'One to six letters A–Z.',
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
            { name: 'bankName', type: 'text', label: label('Bank') },
            { name: 'iban', type: 'text', label: label('Account number or IBAN') },
            { name: 'bic', type: 'text', label: label('Routing number or BIC') },
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
