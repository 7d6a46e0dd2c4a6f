import type { CollectionConfig, Field } from 'payload'

import { fieldForStaffWith, staffAccess } from '#plugins/agency'
import {
  basisPointsField,
  currencyField,
  dayField,
  minorField,
  minutesField,
  rateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

const forRates = <Kind extends Field>(field: Kind): Kind => ({
  ...field,
  access: { read: fieldForStaffWith('rates.read') },
})

const forPay = <Kind extends Field>(field: Kind): Kind => ({
  ...field,
  access: { read: fieldForStaffWith('pay.read') },
})

/**
 * What was agreed, as one row per version. A row is never changed: a new agreement is a new version
 * with its first day, so that time keeps the terms by which it was worked.
 */
export const PlacementTerms: CollectionConfig = {
  slug: 'placement-terms',
  labels: { singular: label('Terms'), plural: label('Terms') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'placements.read', write: null }),
  custom: {
    announce: {
      subject: 'placement-terms',
      // The timeline is read by people without the right to see rates and margins.
      silent: ['payRateE4', 'billRateE4', 'salaryMinor', 'feeMinor', 'billOvertimeMultiplierBp'],
    },
  },
  admin: {
    group: false,
    useAsTitle: 'effectiveFromOn',
    defaultColumns: ['placement', 'version', 'effectiveFromOn', 'payRateE4', 'billRateE4'],
    listSearchableFields: ['effectiveFromOn', 'purchaseOrder'],
    hidden: true,
  },
  indexes: [{ fields: ['placement', 'version'], unique: true }],
  fields: [
    {
      name: 'placement',
      type: 'relationship',
      relationTo: 'placements',
      label: label('Placement'),
      required: true,
      index: true,
    },
    {
      name: 'version',
      type: 'number',
      label: label('Version'),
      required: true,
      min: 1,
    },
    dayField({ name: 'effectiveFromOn', text: 'In force from', required: true }),
    currencyField(),
    forPay(rateField({ name: 'payRateE4', text: 'Pay rate per hour' })),
    forRates(rateField({ name: 'billRateE4', text: 'Bill rate per hour' })),
    forPay(minorField({ name: 'salaryMinor', text: 'Yearly salary' })),
    forRates(minorField({ name: 'feeMinor', text: 'Fee' })),
    forRates({
      name: 'overtimeBilling',
      type: 'select',
      label: label('Overtime over several placements'),
      required: true,
      defaultValue: 'last-worked',
      options: [
        {
          value: 'last-worked',
          label: label('Billed to the client whose hours crossed the limit'),
        },
        { value: 'pro-rata', label: label('Billed to all clients by their hours') },
        { value: 'absorb', label: label('Borne by the agency') },
      ],
    }),
    forRates(
      basisPointsField({
        name: 'billOvertimeMultiplierBp',
        text: 'Overtime on the bill rate',
        required: true,
      }),
    ),
    {
      name: 'workLocation',
      type: 'relationship',
      relationTo: 'work-locations',
      label: label('Work location'),
      admin: { description: 'Its law decides the overtime rules, its zone how hours are read.' },
    },
    {
      name: 'ruleSet',
      type: 'text',
      label: label('Overtime rules'),
      required: true,
    },
    {
      name: 'workweekStartsOn',
      type: 'number',
      label: label('Timesheets start on'),
      required: true,
      min: 1,
      max: 7,
      admin: { description: '1 is Monday, 7 is Sunday (ISO 8601).' },
    },
    minutesField({ name: 'hoursPerWeekMinutes', text: 'Agreed week', most: 10_080 }),
    { name: 'purchaseOrder', type: 'text', label: label('Purchase order') },
    forRates(
      basisPointsField({
        name: 'taxRateBp',
        text: 'Tax rate agreed otherwise',
        description: 'Empty: the rate of the client or legal entity on the day of service.',
      }),
    ),
  ],
}
