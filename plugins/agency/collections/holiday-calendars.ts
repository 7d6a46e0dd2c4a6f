import type { CollectionConfig } from 'payload'

import { label } from '#plugins/kernel/domain'
import { staffAccess } from '../access/predicates'
import { holidaySets } from '../domain/holiday-rules'

/** A list of holidays that offices and clients keep to: a country's, a region's, or a client's own. */
export const HolidayCalendars: CollectionConfig = {
  slug: 'holiday-calendars',
  labels: { singular: label('Holiday calendar'), plural: label('Holiday calendars') },
  versions: false,
  access: staffAccess({ read: 'staff.read', write: 'settings.write', remove: 'settings.write' }),
  custom: { announce: { subject: 'holiday-calendar' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'country', 'law', 'updatedAt'],
    listSearchableFields: ['name'],
    description:
      'Offices and clients choose a calendar; deadlines in business hours skip its days off.',
    components: {
      edit: { beforeDocumentControls: ['/plugins/agency/admin/CalendarActions#CalendarActions'] },
    },
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, unique: true },
    {
      name: 'country',
      type: 'text',
      label: label('Country'),
      required: true,
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) || 'Two letters: GB, US.',
    },
    {
      name: 'law',
      type: 'select',
      label: label('Holidays by law'),
      options: holidaySets.map(({ id, label: text }) => ({ value: id, label: label(text) })),
      admin: {
        description: 'A year is filled by this rule. Leave it out for a client’s own calendar.',
      },
    },
    {
      name: 'holidays',
      type: 'join',
      collection: 'holidays',
      on: 'calendar',
      label: label('Holidays'),
      defaultSort: '-dayOn',
      defaultLimit: 25,
      admin: { defaultColumns: ['dayOn', 'name', 'observedOn'] },
    },
  ],
}
