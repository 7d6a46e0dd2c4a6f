import type { CollectionConfig } from 'payload'

import { addressFields, clockField, zoneField } from '#plugins/kernel'
import { label, optionsOf } from '#plugins/kernel/domain'
import { staffAccess } from '../access/predicates'
import { judgeHours, openSpansOf, usualHours, weekdayNames } from '../domain/opening-hours'

/** A branch of the agency. */
export const Offices: CollectionConfig = {
  slug: 'offices',
  labels: { singular: label('Office'), plural: label('Offices') },
  versions: false,
  access: staffAccess({ read: 'staff.read', write: 'settings.write', remove: 'settings.write' }),
  custom: { announce: { subject: 'office' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'legalEntity', 'zone'],
    listSearchableFields: ['name'],
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true },
    {
      name: 'legalEntity',
      type: 'relationship',
      relationTo: 'legal-entities',
      label: label('Legal entity'),
      required: true,
    },
    { name: 'phone', type: 'text', label: label('Phone') },
    { name: 'email', type: 'email', label: label('E-mail') },
    zoneField(),
    {
      name: 'holidayCalendar',
      type: 'relationship',
      relationTo: 'holiday-calendars',
      label: label('Holidays'),
      admin: { description: 'On its days off the office is closed.' },
    },
    {
      name: 'hours',
      type: 'array',
      label: label('Opening hours'),
      labels: { singular: label('Span'), plural: label('Spans') },
      maxRows: 28,
      defaultValue: () => usualHours.map((span) => ({ ...span, weekday: String(span.weekday) })),
      validate: (value: unknown) => judgeHours(openSpansOf(value)) ?? true,
      admin: {
        description: 'Deadlines in business hours count only these. A day may have a break.',
        components: { RowLabel: '/plugins/agency/admin/HoursRowLabel#HoursRowLabel' },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'weekday',
              type: 'select',
              label: label('Day'),
              required: true,
              options: optionsOf(weekdayNames),
            },
            clockField({ name: 'opensAt', text: 'Opens' }),
            clockField({ name: 'closesAt', text: 'Closes' }),
          ],
        },
      ],
    },
    { name: 'address', type: 'group', label: label('Address'), fields: addressFields() },
  ],
}
