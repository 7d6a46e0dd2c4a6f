import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { lineFields } from './line-fields'

/** What the worker earns, evaluated from approved hours. Only added to, never changed. */
export const PayLines: CollectionConfig = {
  slug: 'pay-lines',
  labels: { singular: label('Pay line'), plural: label('Pay lines') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pay.read', write: null }),
  // Written set-based by the evaluation, which tells once for all of them: `work-week.evaluated`.
  custom: { announce: null },
  admin: {
    group: 'Time & pay',
    useAsTitle: 'title',
    defaultColumns: [
      'weekStartsOn',
      'candidate',
      'client',
      'earnCode',
      'minutes',
      'rateE4',
      'amountMinor',
    ],
    listSearchableFields: ['title', 'weekStartsOn', 'earnCode'],
  },
  indexes: [{ fields: ['candidate', 'legalEntity', 'weekStartsOn'] }],
  fields: lineFields({ slug: 'pay-lines' }),
}
