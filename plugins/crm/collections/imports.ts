import type { CollectionConfig, Field } from 'payload'

import { bySystemOnly, staffCan } from '#plugins/agency'
import { instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { importWorkflow } from '../domain/import-workflow'
import { importFilesEndpoint, uploadImportFilesEndpoint } from '../endpoints/import-files'
import { importRowsEndpoint, importVerdictsEndpoint } from '../endpoints/import-rows'
import { uploadImportEndpoint } from '../endpoints/upload-import'

const figure = (name: string, text: string): Field => ({
  name,
  type: 'number',
  label: label(text),
  required: true,
  defaultValue: 0,
  admin: { readOnly: true },
})

/** Tables that were brought in, with what became of each: the way back, too. */
export const Imports: CollectionConfig = {
  slug: 'imports',
  labels: { singular: label('Import'), plural: label('Imports') },
  versions: false,
  lockDocuments: false,
  access: {
    read: staffCan('imports.write'),
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  endpoints: [
    uploadImportEndpoint,
    importRowsEndpoint,
    importVerdictsEndpoint,
    uploadImportFilesEndpoint,
    importFilesEndpoint,
  ],
  custom: {
    announce: {
      subject: 'import',
      silent: [
        'headersKey',
        'columns',
        'headers',
        'checkedCount',
        'handledCount',
        'createdCount',
        'filledCount',
        'skippedCount',
        'failedCount',
      ],
    },
  },
  admin: {
    group: 'Activity',
    useAsTitle: 'fileName',
    defaultColumns: ['fileName', 'kind', 'state', 'rowCount', 'createdCount', 'createdAt'],
    listSearchableFields: ['fileName'],
    description: 'Bring in candidates, clients, contacts, orders and notes as CSV or XLSX.',
    components: {
      views: {
        list: { Component: '/plugins/crm/admin/ImportsScreen#ImportsScreen' },
        edit: {
          default: {
            Component: '/plugins/crm/admin/ImportScreen#ImportScreen',
          },
        },
      },
    },
  },
  fields: [
    stateField({ workflow: importWorkflow }),
    { name: 'fileName', type: 'text', label: label('File'), required: true },
    { name: 'kind', type: 'text', label: label('What'), required: true, index: true },
    { name: 'source', type: 'text', label: label('Exported from') },
    { name: 'delimiter', type: 'text', label: label('Written as') },
    { name: 'headers', type: 'json', label: label('Headings'), required: true },
    { name: 'headersKey', type: 'text', index: true, admin: { hidden: true } },
    { name: 'columns', type: 'json', label: label('Columns'), required: true },
    {
      name: 'dayOrder',
      type: 'select',
      label: label('Days are written'),
      required: true,
      defaultValue: 'dmy',
      options: [
        { value: 'dmy', label: label('Day first: 31/12/2026') },
        { value: 'mdy', label: label('Month first: 12/31/2026') },
      ],
    },
    {
      name: 'onDuplicate',
      type: 'select',
      label: label('Who is known for certain'),
      required: true,
      defaultValue: 'fill',
      options: [
        { value: 'skip', label: label('Left as they are') },
        { value: 'fill', label: label('Empty fields are filled') },
      ],
    },
    {
      name: 'onAlike',
      type: 'select',
      label: label('Who looks like somebody known'),
      required: true,
      defaultValue: 'skip',
      options: [
        { value: 'skip', label: label('Left out') },
        { value: 'fill', label: label('Empty fields are filled') },
        { value: 'new', label: label('Brought in as new') },
      ],
    },
    {
      name: 'startedBy',
      type: 'relationship',
      relationTo: 'users',
      label: label('By'),
      admin: { readOnly: true },
    },
    figure('rowCount', 'Rows'),
    figure('checkedCount', 'Checked'),
    figure('handledCount', 'Handled'),
    figure('createdCount', 'New'),
    figure('filledCount', 'Filled up'),
    figure('skippedCount', 'Left out'),
    figure('failedCount', 'Failed'),
    figure('removedCount', 'Taken back'),
    figure('keptCount', 'Kept when taken back'),
    { name: 'problem', type: 'textarea', label: label('Problem') },
    instantField({ name: 'endedAt', text: 'Ended' }),
    instantField({ name: 'forgottenAt', text: 'Rows forgotten' }),
  ],
}
