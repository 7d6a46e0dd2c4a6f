import type { CollectionConfig } from 'payload'

import { dayField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { staffAccess } from '../access/predicates'
import { deriveObservedDay } from '../hooks/derive-observed-day'

/** One holiday of one calendar. */
export const Holidays: CollectionConfig = {
  slug: 'holidays',
  labels: { singular: label('Holiday'), plural: label('Holidays') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'staff.read', write: 'settings.write', remove: 'settings.write' }),
  custom: { announce: { subject: 'holiday' } },
  hooks: { beforeChange: [deriveObservedDay] },
  indexes: [{ fields: ['calendar', 'dayOn', 'name'], unique: true }],
  defaultSort: 'dayOn',
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['dayOn', 'name', 'observedOn', 'calendar'],
    listSearchableFields: ['name', 'dayOn'],
    description:
      'Fill a year from the calendar; add here what single towns or clients have beside.',
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, maxLength: 120 },
    {
      name: 'calendar',
      type: 'relationship',
      relationTo: 'holiday-calendars',
      label: label('Calendar'),
      required: true,
      index: true,
    },
    dayField({ name: 'dayOn', text: 'Day', required: true }),
    dayField({
      name: 'observedOn',
      text: 'Day off',
      description: 'When it falls on a weekend: the day on which offices are closed instead.',
    }),
  ],
}
