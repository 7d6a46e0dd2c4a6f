import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { permissionsOf } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** The agency's own times for a clock; without a row the clock has those it came with. */
export const ClockTimes: CollectionConfig = {
  slug: 'clock-times',
  labels: { singular: label('Times of a clock'), plural: label('Times of clocks') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'settings.write', write: null }),
  custom: { announce: { subject: 'clock-times' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'kind',
    defaultColumns: ['kind', 'minutes', 'amberPercent', 'escalateAfterMinutes'],
    listSearchableFields: ['kind'],
    hidden: ({ user }) => !(user && permissionsOf(user).has('settings.write')),
    components: {
      views: { list: { Component: '/plugins/work/admin/ClockTimesScreen#ClockTimesScreen' } },
    },
  },
  fields: [
    { name: 'kind', type: 'text', label: label('Clock'), required: true, unique: true },
    { name: 'minutes', type: 'number', label: label('Working minutes'), required: true },
    { name: 'amberPercent', type: 'number', label: label('Amber at percent'), required: true },
    {
      name: 'escalateAfterMinutes',
      type: 'number',
      label: label('Help after working minutes'),
      required: true,
    },
  ],
}
