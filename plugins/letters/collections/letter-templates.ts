import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { letterFields, letterReaders, readerLabels } from '../domain/letter-fields'
import { guardTemplateWords } from '../hooks/guard-template-words'

const known = Object.entries({ ...letterFields('client-contact') })
  .map(([name, field]) => `{{${name}}} ${field.label.toLowerCase()}`)
  .join(', ')

/** Words that the agency writes again and again to candidates or contacts. */
export const LetterTemplates: CollectionConfig = {
  slug: 'letter-templates',
  labels: { singular: label('Letter template'), plural: label('Letter templates') },
  versions: false,
  access: staffAccess({ read: 'pipeline.read', write: 'pipeline.write', remove: 'pipeline.write' }),
  hooks: { beforeChange: [guardTemplateWords] },
  custom: { announce: { subject: 'letter-template' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'reader', 'subject', 'updatedAt'],
    listSearchableFields: ['name', 'subject', 'text'],
    description:
      'Offered wherever a letter is written. Greeting and signature are added to each letter.',
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, maxLength: 80 },
    {
      name: 'reader',
      type: 'select',
      label: label('For'),
      required: true,
      defaultValue: 'candidate',
      options: letterReaders.map((value) => ({ value, label: label(readerLabels[value]) })),
    },
    { name: 'subject', type: 'text', label: label('Subject'), required: true, maxLength: 200 },
    {
      name: 'text',
      type: 'textarea',
      label: label('Text'),
      required: true,
      maxLength: 5_000,
      admin: {
        rows: 12,
        description: `Filled in for each reader: ${known}. Contacts only: {{client.name}}.`,
      },
    },
  ],
}
