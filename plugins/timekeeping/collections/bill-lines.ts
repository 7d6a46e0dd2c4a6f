import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { lineFields } from './line-fields'

/** What the client owes for approved hours. Only added to, never changed: an invoice may hold it. */
export const BillLines: CollectionConfig = {
  slug: 'bill-lines',
  labels: { singular: label('Bill line'), plural: label('Bill lines') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'rates.read', write: null }),
  // Written set-based by the evaluation, which tells once for all of them: `work-week.evaluated`.
  custom: { announce: null },
  admin: {
    group: 'Time & pay',
    useAsTitle: 'title',
    defaultColumns: [
      'weekStartsOn',
      'client',
      'candidate',
      'earnCode',
      'minutes',
      'rateE4',
      'amountMinor',
    ],
    listSearchableFields: ['title', 'weekStartsOn', 'earnCode'],
  },
  indexes: [
    { fields: ['candidate', 'legalEntity', 'weekStartsOn'] },
    { fields: ['client', 'legalEntity', 'weekStartsOn'] },
  ],
  fields: lineFields({ slug: 'bill-lines' }),
}
