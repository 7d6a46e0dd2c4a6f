import type { CollectionConfig } from 'payload'

import { bySystemOnly, fieldBySystemOnly, staffMay } from '#plugins/agency'
import { instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { documentKindOptions, readableDocuments, writableDocuments } from '../access/documents'
import { announceDocumentReading, announceFileReading } from '../hooks/announce-reading'
import { deriveDocumentFacts } from '../hooks/derive-document-facts'
import { guardDocumentFile } from '../hooks/guard-document-file'
import { documentHeaders, refuseUnsafeFile } from '../access/document-file'
import { pictureMimeTypes } from '../adapters/file-type'
import { documentMimeTypes } from '../text/extract-text'

/** Private files: CVs, letters, invoices, evidence. Never public, never replaced. */
export const documents = ({
  dataDir,
  isScanned,
}: {
  dataDir: string
  /** Whether there is a scanner, so that new files wait for it. */
  isScanned: boolean
}): CollectionConfig => ({
  slug: 'documents',
  labels: { singular: label('Document'), plural: label('Documents') },
  versions: false,
  lockDocuments: false,
  access: {
    read: readableDocuments,
    create: staffMay('candidates.write'),
    update: writableDocuments,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  hooks: {
    beforeOperation: [guardDocumentFile],
    beforeChange: [deriveDocumentFacts({ isScanned })],
    afterOperation: [announceDocumentReading],
  },
  custom: {
    announce: {
      subject: 'document',
      candidate: 'candidate',
      client: 'client',
      personal: ['title'],
      silent: ['text', 'url', 'thumbnailURL', 'filename', 'prefix', '_objectKey'],
    },
  },
  admin: {
    group: 'Candidates',
    useAsTitle: 'title',
    defaultColumns: [
      'title',
      'kind',
      'candidate',
      'client',
      'textState',
      'scanStatus',
      'createdAt',
    ],
    listSearchableFields: ['title'],
  },
  upload: {
    staticDir: `${dataDir}/documents`,
    mimeTypes: [...Object.values(documentMimeTypes), ...pictureMimeTypes],
    pasteURL: false,
    bulkUpload: false,
    crop: false,
    focalPoint: false,
    modifyResponseHeaders: documentHeaders,
    handlers: [refuseUnsafeFile, announceFileReading],
  },
  fields: [
    { name: 'title', type: 'text', label: label('Title') },
    {
      name: 'kind',
      type: 'select',
      label: label('Kind'),
      required: true,
      defaultValue: 'cv',
      index: true,
      options: documentKindOptions,
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      index: true,
    },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      index: true,
    },
    {
      name: 'text',
      type: 'textarea',
      label: label('Text'),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { readOnly: true, rows: 20 },
    },
    {
      name: 'textState',
      type: 'select',
      label: label('Text'),
      required: true,
      defaultValue: 'none',
      index: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      options: [
        { value: 'none', label: label('Not read') },
        { value: 'pending', label: label('Being read') },
        { value: 'done', label: label('Read') },
        { value: 'failed', label: label('Cannot be read') },
      ],
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'textProblem',
      type: 'text',
      label: label('Why it cannot be read'),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'scanStatus',
      type: 'select',
      label: label('Virus scan'),
      required: true,
      defaultValue: 'not-scanned',
      index: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      options: [
        { value: 'not-scanned', label: label('Not scanned') },
        { value: 'pending', label: label('Being scanned') },
        { value: 'clean', label: label('Clean') },
        { value: 'infected', label: label('Infected') },
      ],
      admin: {
        position: 'sidebar',
        readOnly: true,
        description:
          'A file that is being scanned or is infected is given to nobody. “Not scanned” means that there is no scanner, or that the product made the file itself.',
      },
    },
    {
      name: 'scanFinding',
      type: 'text',
      label: label('What the scan found'),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: (data) => Boolean(data.scanFinding),
      },
    },
    {
      ...instantField({ name: 'scannedAt', text: 'Scanned at' }),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
    },
    {
      name: 'sha256',
      type: 'text',
      label: label('SHA-256'),
      index: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'subjectKind',
      type: 'text',
      label: label('About'),
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'subjectId',
      type: 'text',
      label: label('Record'),
      index: true,
      admin: { position: 'sidebar', readOnly: true },
    },
  ],
})
