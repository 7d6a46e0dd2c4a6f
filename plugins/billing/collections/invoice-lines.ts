import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { basisPointsField, minorField, minutesField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { taxCategories } from '../domain'

/** One line of an invoice: hours at a rate and premium, or pieces at a price; rounded once. */
export const InvoiceLines: CollectionConfig = {
  slug: 'invoice-lines',
  labels: { singular: label('Invoice line'), plural: label('Invoice lines') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'invoices.read', write: null }),
  // Written with its invoice, which tells.
  custom: { announce: null },
  admin: {
    // Shown on its invoice; a list of its own would say nothing.
    group: false,
    useAsTitle: 'description',
    defaultColumns: ['position', 'description', 'detail', 'netMinor'],
    listSearchableFields: ['description', 'detail'],
  },
  fields: [
    {
      name: 'invoice',
      type: 'relationship',
      relationTo: 'invoices',
      label: label('Invoice'),
      required: true,
      index: true,
    },
    { name: 'position', type: 'number', label: label('No.'), required: true },
    { name: 'description', type: 'text', label: label('Description'), required: true },
    { name: 'detail', type: 'text', label: label('Worker, week, place') },
    {
      name: 'unit',
      type: 'select',
      label: label('Unit'),
      required: true,
      options: [
        { value: 'hour', label: label('Hour') },
        { value: 'piece', label: label('Piece') },
      ],
    },
    minutesField({ name: 'quantityMinutes', text: 'Hours' }),
    { name: 'quantityE4', type: 'number', label: label('Pieces in 1/10,000') },
    {
      name: 'rateE4',
      type: 'number',
      label: label('Rate or price'),
      required: true,
      admin: {
        components: {
          Field: '/plugins/kernel/admin/AmountField#AmountField',
          Cell: '/plugins/kernel/admin/AmountCell#AmountCell',
        },
        custom: { scale: 4 },
      },
    },
    { name: 'ratioNum', type: 'number', label: label('Premium, numerator'), required: true },
    { name: 'ratioDen', type: 'number', label: label('Premium, denominator'), required: true },
    minorField({ name: 'netMinor', text: 'Before tax', required: true }),
    basisPointsField({ name: 'taxRateBp', text: 'Tax rate', required: true }),
    {
      name: 'taxCategory',
      type: 'select',
      label: label('Tax category'),
      required: true,
      options: [...taxCategories],
    },
    {
      name: 'placement',
      type: 'relationship',
      relationTo: 'placements',
      label: label('Placement'),
      index: true,
    },
    {
      name: 'timesheet',
      type: 'relationship',
      relationTo: 'timesheets',
      label: label('Timesheet'),
    },
  ],
}
