import type { CollectionConfig } from 'payload'

import { bySystemOnly, staffCan } from '#plugins/agency'
import { guardWorkflow, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { cvDraftWorkflow } from '../domain/cv-draft-workflow'

/**
 * What the product read from a CV, until a person has looked at it: nothing of it is in a profile
 * before. Written by commands and jobs alone; what was read goes when it is accepted or discarded.
 */
export const CvDrafts: CollectionConfig = {
  slug: 'cv-drafts',
  labels: { singular: label('CV draft'), plural: label('CV drafts') },
  versions: false,
  lockDocuments: false,
  access: {
    read: staffCan('candidates.read'),
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  hooks: { beforeChange: [guardWorkflow(cvDraftWorkflow)] },
  custom: {
    announce: {
      subject: 'cv-draft',
      candidate: 'candidate',
      personal: ['title'],
      silent: ['parsed'],
    },
  },
  admin: {
    group: 'Candidates',
    hidden: true,
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'candidate', 'addedBy', 'createdAt'],
    listSearchableFields: ['title'],
  },
  fields: [
    stateField({ workflow: cvDraftWorkflow }),
    {
      name: 'title',
      type: 'text',
      label: label('File'),
      required: true,
      admin: { readOnly: true },
    },
    {
      name: 'document',
      type: 'relationship',
      relationTo: 'documents',
      label: label('Document'),
      unique: true,
      admin: { readOnly: true },
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'parserVersion',
      type: 'number',
      label: label('Version of the parser'),
      admin: { readOnly: true },
    },
    {
      name: 'parsed',
      type: 'json',
      label: label('What was read'),
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'problem',
      type: 'text',
      label: label('Why it cannot be read'),
      admin: { readOnly: true },
    },
    {
      name: 'addedBy',
      type: 'relationship',
      relationTo: 'users',
      label: label('Added by'),
      admin: { readOnly: true },
    },
  ],
}
