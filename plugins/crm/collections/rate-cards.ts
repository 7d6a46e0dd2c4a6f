import type { CollectionConfig } from 'payload'

import { fieldForStaffWith, staffAccess } from '#plugins/agency'
import { basisPointsField, currencyField, dayField, rateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** What a client has agreed to pay for a kind of work, from a day on. */
export const RateCards: CollectionConfig = {
  slug: 'rate-cards',
  labels: { singular: label('Rate card'), plural: label('Rate cards') },
  versions: false,
  access: staffAccess({ read: 'rates.read', write: 'clients.write', remove: 'clients.write' }),
  custom: { announce: { subject: 'rate-card', client: 'client' } },
  admin: {
    group: 'Clients',
    useAsTitle: 'name',
    defaultColumns: ['name', 'client', 'jobTitle', 'billRateE4', 'validFromOn', 'validUntilOn'],
    listSearchableFields: ['name', 'jobTitle'],
  },
  fields: [
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      required: true,
      index: true,
    },
    { name: 'name', type: 'text', label: label('Name'), required: true },
    { name: 'jobTitle', type: 'text', label: label('Job title') },
    dayField({ name: 'validFromOn', text: 'Valid from', required: true }),
    dayField({
      name: 'validUntilOn',
      text: 'Valid until',
      description: 'The last day; empty: until another card.',
    }),
    currencyField(),
    {
      ...rateField({ name: 'payRateE4', text: 'Pay rate per hour' }),
      access: { read: fieldForStaffWith('pay.read') },
    },
    rateField({ name: 'billRateE4', text: 'Bill rate per hour' }),
    basisPointsField({ name: 'billOvertimeMultiplierBp', text: 'Overtime on the bill rate' }),
  ],
}
