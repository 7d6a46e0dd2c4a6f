import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import { guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { readinessWorkflow } from '../domain/readiness-workflow'

/** One thing that must be there before a placement starts. */
export const ReadinessItems: CollectionConfig = {
  slug: 'readiness-items',
  labels: { singular: label('Readiness item'), plural: label('Readiness items') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'placements.read', write: 'placements.write' }),
  hooks: { beforeChange: [guardWorkflow(readinessWorkflow)] },
  custom: { announce: { subject: 'readiness-item', candidate: 'candidate' } },
  admin: {
    group: 'Placements',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/placements/admin/ReadinessActions#ReadinessActions'],
      },
    },
    useAsTitle: 'name',
    defaultColumns: ['name', 'placement', 'candidate', 'kind', 'state'],
    listSearchableFields: ['name', 'note'],
  },
  fields: [
    stateField({ workflow: readinessWorkflow }),
    { name: 'name', type: 'text', label: label('Name'), required: true },
    {
      name: 'placement',
      type: 'relationship',
      relationTo: 'placements',
      label: label('Placement'),
      required: true,
      index: true,
      access: { update: fieldBySystemOnly },
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      access: { update: fieldBySystemOnly },
    },
    {
      name: 'kind',
      type: 'select',
      label: label('Kind'),
      required: true,
      defaultValue: 'other',
      options: [
        { value: 'credential', label: label('Credential') },
        { value: 'document', label: label('Document') },
        { value: 'contract', label: label('Contract') },
        { value: 'other', label: label('Other') },
      ],
    },
    {
      name: 'credentialType',
      type: 'relationship',
      relationTo: 'credential-types',
      label: label('Credential type'),
      admin: { condition: (_, sibling) => sibling?.kind === 'credential' },
    },
    {
      name: 'document',
      type: 'relationship',
      relationTo: 'documents',
      label: label('Document'),
    },
    { name: 'note', type: 'textarea', label: label('Note') },
    instantField({ name: 'doneAt', text: 'Done at' }),
  ],
}
