import type { CollectionConfig } from 'payload'

import { staffCan, staffMay } from '#plugins/agency'
import { dayField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { consentPurposeOptions } from '../domain/consent-texts'
import { guardUsedText } from '../hooks/guard-used-text'

/** What people agree to, word for word: a version per language, in force from a day on. */
export const LegalTexts: CollectionConfig = {
  slug: 'legal-texts',
  labels: { singular: label('Legal text'), plural: label('Legal texts') },
  versions: false,
  access: {
    read: staffCan('candidates.read'),
    create: staffMay('privacy.manage'),
    update: staffCan('privacy.manage'),
    delete: () => false,
    readVersions: () => false,
  },
  hooks: { beforeChange: [guardUsedText] },
  custom: { announce: { subject: 'legal-text' } },
  admin: {
    group: 'Privacy',
    useAsTitle: 'version',
    defaultColumns: ['version', 'purpose', 'language', 'effectiveFromOn', 'text'],
    listSearchableFields: ['version', 'text'],
    description:
      'Forms show the newest text that is in force, in the language of the reader, else in English. A text somebody agreed to is not changed any more: write a new version.',
  },
  fields: [
    {
      name: 'purpose',
      type: 'select',
      label: label('Purpose'),
      required: true,
      index: true,
      options: consentPurposeOptions,
    },
    {
      name: 'language',
      type: 'text',
      label: label('Language'),
      required: true,
      defaultValue: 'en',
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[a-z]{2}$/.test(value)) ||
        'Two small letters of ISO 639-1: en, de, pl.',
      admin: { description: 'Two letters, such as en, de or pl.' },
    },
    {
      name: 'version',
      type: 'text',
      label: label('Version'),
      required: true,
      maxLength: 40,
      admin: { description: 'Such as 2026-11. Shown beside each consent.' },
    },
    {
      ...dayField({
        name: 'effectiveFromOn',
        text: 'In force from',
        required: true,
        description: 'From the beginning of this day (UTC).',
      }),
    },
    {
      name: 'text',
      type: 'textarea',
      label: label('Text'),
      required: true,
      maxLength: 4_000,
      admin: { rows: 6, description: 'What the person agrees to, as a sentence of their own.' },
    },
  ],
}
