import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** Two records of one person that became one. What moved stands in `candidate_merge_moves` for a day. */
export const CandidateMerges: CollectionConfig = {
  slug: 'candidate-merges',
  labels: { singular: label('Merge of candidates'), plural: label('Merges of candidates') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'candidates.read', write: null }),
  custom: { announce: { subject: 'candidate-merge', candidate: 'kept', silent: ['values'] } },
  admin: {
    group: 'Candidates',
    hidden: true,
    useAsTitle: 'mergedRef',
    defaultColumns: ['kept', 'mergedRef', 'mergedByName', 'createdAt', 'undoneAt'],
    listSearchableFields: ['mergedRef'],
  },
  fields: [
    {
      name: 'kept',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Kept'),
      required: true,
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'merged',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Merged into it'),
      required: true,
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'mergedRef',
      type: 'text',
      label: label('Its number'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'mergedByName',
      type: 'text',
      label: label('Merged by'),
      required: true,
      admin: { readOnly: true },
    },
    {
      ...instantField({ name: 'undoUntil', text: 'Can be undone until' }),
      required: true,
    },
    instantField({ name: 'undoneAt', text: 'Undone at' }),
    {
      name: 'undoneByName',
      type: 'text',
      label: label('Undone by'),
      admin: { readOnly: true },
    },
    {
      name: 'values',
      type: 'json',
      label: label('Values before and after'),
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
}
