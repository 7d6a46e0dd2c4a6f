import type { CollectionConfig } from 'payload'

import { label } from '#plugins/kernel/domain'
import { staffCan, staffMay } from '../access/predicates'

/** Public pictures of the agency's sites. Everything private is a document. */
export const media = ({ dataDir }: { dataDir: string }): CollectionConfig => ({
  slug: 'media',
  labels: { singular: label('Picture'), plural: label('Pictures') },
  versions: false,
  access: {
    // Public on purpose: these are the pictures of public pages.
    read: () => true,
    create: staffMay('site.write'),
    update: staffCan('site.write'),
    delete: staffCan('site.write'),
    readVersions: () => false,
  },
  custom: { announce: { subject: 'media' } },
  admin: {
    group: 'Site',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'updatedAt'],
    listSearchableFields: ['filename', 'alt'],
  },
  upload: {
    staticDir: `${dataDir}/media`,
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'],
    pasteURL: false,
    constructorOptions: { limitInputPixels: 50_000_000 },
    imageSizes: [
      { name: 'card', width: 640 },
      { name: 'wide', width: 1600 },
    ],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: label('Description for people who cannot see it'),
      required: true,
    },
  ],
})
