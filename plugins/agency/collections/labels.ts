import type { CollectionConfig } from 'payload'

import { actorOf } from '#plugins/kernel'
import { label, optionsOf } from '#plugins/kernel/domain'
import { staffCan, staffMay } from '../access/predicates'
import { labelledKinds } from '../domain/labelled'

/** Coloured words that an agency puts on its records, to find them again. */
export const Labels: CollectionConfig = {
  slug: 'labels',
  labels: { singular: label('Label'), plural: label('Labels') },
  versions: false,
  lockDocuments: false,
  access: {
    // Whoever sees a record sees what stands on it.
    read: ({ req }) => actorOf(req).kind === 'staff' || actorOf(req).kind === 'system',
    create: staffMay('settings.write'),
    update: staffCan('settings.write'),
    delete: staffCan('settings.write'),
    readVersions: () => false,
  },
  custom: { announce: { subject: 'label' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'colour', 'kinds', 'updatedAt'],
    listSearchableFields: ['name'],
    description:
      'Put on records one by one, or on many at once from a list. A label that is deleted leaves all records.',
  },
  defaultSort: 'name',
  defaultPopulate: { name: true, colour: true },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('Name'),
      required: true,
      unique: true,
      maxLength: 40,
    },
    {
      name: 'colour',
      type: 'text',
      label: label('Colour'),
      required: true,
      defaultValue: '#1f6feb',
      validate: (value: unknown) =>
        (typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)) || 'Write it as #1f6feb.',
      admin: {
        components: {
          Cell: '/plugins/kernel/admin/ColourCell#ColourCell',
          Field: '/plugins/kernel/admin/ColourField#ColourField',
        },
      },
    },
    {
      name: 'kinds',
      type: 'select',
      hasMany: true,
      label: label('For'),
      required: true,
      options: optionsOf(labelledKinds),
      admin: {
        description:
          'The records it is offered for. Those that have it already keep it when a kind is taken away.',
      },
    },
  ],
}
