import type { CollectionConfig } from 'payload'

import { bySystemOnly, staffCan } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { usualAskDays } from '../domain/keeping'
import { retainedClasses, retentionDefaults } from '../domain/retention'

/** For how long a class of data is kept. What erases begins switched off: counsel says the months. */
export const RetentionRules: CollectionConfig = {
  slug: 'retention-rules',
  labels: { singular: label('Retention rule'), plural: label('Retention rules') },
  versions: false,
  access: {
    read: staffCan('privacy.manage'),
    create: () => false,
    update: staffCan('privacy.manage'),
    delete: bySystemOnly,
    readVersions: () => false,
  },
  custom: { announce: { subject: 'retention-rule' } },
  admin: {
    group: 'Privacy',
    components: { beforeListTable: ['/plugins/crm/admin/RetentionDue#RetentionDue'] },
    useAsTitle: 'name',
    defaultColumns: ['name', 'keepMonths', 'isOn', 'basis'],
    listSearchableFields: ['name', 'basis'],
    description:
      'What is due can be seen above before a rule is switched on. Legal holds come first. Let counsel judge the months: the law of each place differs.',
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('What'),
      required: true,
      access: { update: () => false },
    },
    {
      name: 'dataClass',
      type: 'select',
      label: label('Class of data'),
      required: true,
      unique: true,
      access: { update: () => false },
      options: retainedClasses.map((value) => ({
        value,
        label: label(retentionDefaults[value].what),
      })),
    },
    {
      name: 'keepMonths',
      type: 'number',
      label: label('Months'),
      required: true,
      min: 1,
      max: 600,
      validate: (value: unknown) =>
        (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 600) ||
        'A whole number of months from 1 to 600.',
    },
    {
      name: 'askDaysBefore',
      type: 'number',
      label: label('Asked so many days before'),
      defaultValue: usualAskDays,
      validate: judgeAskDays,
      admin: {
        description:
          'Candidates get a mail with a link to stay, and another a week before the end.',
        condition: ({ dataClass }) => dataClass === 'consents' || dataClass === 'interest',
      },
    },
    {
      name: 'basis',
      type: 'textarea',
      label: label('On what it rests'),
      required: true,
      maxLength: 1_000,
    },
    {
      name: 'isOn',
      type: 'checkbox',
      label: label('Applied each night'),
      defaultValue: false,
      admin: { position: 'sidebar', description: 'What was erased does not come back.' },
    },
  ],
}

function judgeAskDays(value: unknown): true | string {
  return (
    value === null ||
    value === undefined ||
    (Number.isInteger(value) && Number(value) >= 7 && Number(value) <= 180) ||
    'A whole number of days from 7 to 180.'
  )
}
