import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField, instantField, minutesField, zoneField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** One stretch of work as the clock at the work location showed it, and as instants. */
export const TimeEntries: CollectionConfig = {
  slug: 'time-entries',
  labels: { singular: label('Time entry'), plural: label('Time entries') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'time.read', write: null }),
  // The timesheet tells: a save replaces all entries at once.
  custom: { announce: null },
  admin: {
    group: false,
    useAsTitle: 'workOn',
    defaultColumns: [
      'timesheet',
      'workOn',
      'startTime',
      'endTime',
      'breakMinutes',
      'workedMinutes',
    ],
    listSearchableFields: ['workOn', 'note'],
    hidden: true,
  },
  fields: [
    {
      name: 'timesheet',
      type: 'relationship',
      relationTo: 'timesheets',
      label: label('Timesheet'),
      required: true,
      index: true,
    },
    dayField({ name: 'workOn', text: 'Day', required: true }),
    { name: 'startTime', type: 'text', label: label('Start'), required: true },
    { name: 'endTime', type: 'text', label: label('End'), required: true },
    instantField({ name: 'startedAt', text: 'Started at' }),
    instantField({ name: 'endedAt', text: 'Ended at' }),
    zoneField(),
    {
      ...minutesField({ name: 'breakMinutes', text: 'Break', required: true }),
      defaultValue: 0,
    },
    minutesField({ name: 'workedMinutes', text: 'Hours worked', required: true }),
    { name: 'note', type: 'text', label: label('Note') },
    {
      name: 'terms',
      type: 'relationship',
      relationTo: 'placement-terms',
      label: label('Terms'),
      admin: { description: 'The version by which it is paid and billed; set at approval.' },
    },
  ],
}
