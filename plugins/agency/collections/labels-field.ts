import type { RelationshipField } from 'payload'

import { label } from '#plugins/kernel/domain'
import type { LabelledKind } from '../domain/labelled'

/** The labels of a record, beside it; only those meant for its kind can be put on. */
export const labelsField = (kind: LabelledKind): RelationshipField => ({
  name: 'labels',
  type: 'relationship',
  relationTo: 'labels',
  hasMany: true,
  label: label('Labels'),
  filterOptions: { kinds: { in: [kind] } },
  custom: { isTold: true },
  admin: {
    position: 'sidebar',
    custom: { kind },
    components: {
      Field: '/plugins/agency/admin/LabelsField#LabelsField',
      Cell: '/plugins/agency/admin/LabelsCell#LabelsCell',
    },
  },
})

/** Above the list of such records: labels for all that are ticked. */
export const labelBar = (kind: LabelledKind) => ({
  path: '/plugins/agency/admin/LabelSelected#LabelSelected',
  clientProps: { kind },
})
