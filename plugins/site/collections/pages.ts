import type { CollectionConfig } from 'payload'

import { staffCan, staffMay } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'

/** A page of a website in words; the builder will add its design. */
export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: label('Page'), plural: label('Pages') },
  trash: true,
  versions: { drafts: true, maxPerDoc: 50 },
  access: {
    read: staffCan('site.read'),
    readVersions: staffCan('site.read'),
    create: staffMay('site.write'),
    update: staffCan('site.write'),
    delete: staffCan('site.write'),
  },
  custom: { announce: { subject: 'page', silent: ['body'] } },
  admin: {
    group: 'Site',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'site', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  indexes: [{ fields: ['site', 'slug'] }],
  fields: [
    { name: 'title', type: 'text', label: label('Title'), required: true },
    { name: 'intro', type: 'textarea', label: label('Introduction') },
    { name: 'body', type: 'richText', label: label('Text') },
    {
      name: 'site',
      type: 'relationship',
      relationTo: 'sites',
      label: label('Website'),
      required: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'slug',
      type: 'text',
      label: label('Address'),
      required: true,
      admin: { position: 'sidebar', description: 'The last part of the address: about.' },
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) ||
        'Lower-case letters, digits and single hyphens.',
    },
    {
      name: 'isInMenu',
      type: 'checkbox',
      label: label('In the menu'),
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'position',
      type: 'number',
      label: label('Position in the menu'),
      defaultValue: 10,
      admin: { position: 'sidebar' },
    },
  ],
}
