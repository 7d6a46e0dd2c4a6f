import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField, minorField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** Which part of a payment settles which invoice; taken back by a negative row, never changed. */
export const Allocations: CollectionConfig = {
  slug: 'allocations',
  labels: { singular: label('Allocation'), plural: label('Allocations') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'invoices.read', write: null }),
  custom: { announce: { subject: 'allocation' } },
  admin: {
    // Shown on its invoice; a list of its own would say nothing.
    group: false,
    useAsTitle: 'id',
    defaultColumns: ['payment', 'invoice', 'amountMinor', 'allocatedAt'],
    listSearchableFields: ['id'],
  },
  fields: [
    {
      name: 'payment',
      type: 'relationship',
      relationTo: 'payments',
      label: label('Payment'),
      required: true,
      index: true,
    },
    {
      name: 'invoice',
      type: 'relationship',
      relationTo: 'invoices',
      label: label('Invoice'),
      required: true,
      index: true,
    },
    minorField({ name: 'amountMinor', text: 'Amount', required: true }),
    instantField({ name: 'allocatedAt', text: 'Allocated at' }),
  ],
}
