import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField, guardWorkflow, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { credentialWorkflow } from '../domain/credential-workflow'

/** A licence, certificate or check of a person. */
export const Credentials: CollectionConfig = {
  slug: 'credentials',
  labels: { singular: label('Credential'), plural: label('Credentials') },
  versions: false,
  access: staffAccess({ read: 'candidates.read', write: 'candidates.write' }),
  hooks: { beforeChange: [guardWorkflow(credentialWorkflow)] },
  custom: { announce: { subject: 'credential', candidate: 'candidate', personal: ['number'] } },
  admin: {
    group: 'Candidates',
    useAsTitle: 'title',
    defaultColumns: ['candidate', 'type', 'state', 'expiresOn'],
    listSearchableFields: ['title', 'number'],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: label('Kind of credential'),
      virtual: 'type.name',
      admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
    },
    stateField({ workflow: credentialWorkflow }),
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      index: true,
    },
    {
      name: 'type',
      type: 'relationship',
      relationTo: 'credential-types',
      label: label('Type'),
      required: true,
    },
    { name: 'number', type: 'text', label: label('Number') },
    dayField({ name: 'issuedOn', text: 'Issued on' }),
    dayField({ name: 'expiresOn', text: 'Expires on' }),
    {
      name: 'document',
      type: 'relationship',
      relationTo: 'documents',
      label: label('Document'),
    },
  ],
}
