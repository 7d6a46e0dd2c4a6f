import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { employmentTypeOptions } from '../domain/employment-type'
import { clientTierOptions } from '../domain/playbook-choices'
import { routingWayOptions } from '../domain/routing-choices'
import { guardShares } from '../hooks/guard-shares'
import { peopleFields } from './people-fields'

/** Whose a request or order becomes, tried in the agency’s order; the first that holds decides. */
export const RoutingRules: CollectionConfig = {
  slug: 'routing-rules',
  labels: { singular: label('Routing rule'), plural: label('Routing rules') },
  versions: false,
  access: staffAccess({
    read: 'settings.write',
    write: 'settings.write',
    remove: 'settings.write',
  }),
  custom: { announce: { subject: 'routing-rule', silent: ['lastGivenTo'] } },
  hooks: { beforeChange: [guardShares] },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'isActive', 'position', 'way'],
    listSearchableFields: ['name'],
    description: 'The first rule that holds gives a request or order its owner.',
    components: {
      views: { list: { Component: '/plugins/pipeline/admin/RoutingScreen#RoutingScreen' } },
    },
  },
  defaultSort: 'position',
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('Name'),
      required: true,
      unique: true,
      maxLength: 80,
    },
    {
      type: 'collapsible',
      label: label('When: all that is filled in must hold; nothing filled in holds for all'),
      fields: [
        {
          name: 'words',
          type: 'text',
          hasMany: true,
          maxLength: 80,
          label: label('Words in the title or category'),
        },
        {
          name: 'clients',
          type: 'relationship',
          relationTo: 'client-corporations',
          hasMany: true,
          label: label('Clients'),
        },
        {
          name: 'clientTiers',
          type: 'select',
          hasMany: true,
          label: label('Tier of the client'),
          options: clientTierOptions,
        },
        {
          name: 'employmentTypes',
          type: 'select',
          hasMany: true,
          label: label('Employment type'),
          options: employmentTypeOptions,
        },
        {
          name: 'places',
          type: 'text',
          hasMany: true,
          maxLength: 80,
          label: label('Places'),
          admin: { description: 'Towns, regions or countries: New York, TX, GB.' },
        },
        {
          name: 'languages',
          type: 'text',
          hasMany: true,
          maxLength: 2,
          label: label('Languages of the work'),
          admin: { description: 'Two letters: en, es, pl.' },
        },
      ],
    },
    {
      name: 'way',
      type: 'select',
      label: label('The owner is'),
      required: true,
      defaultValue: 'named',
      options: routingWayOptions,
    },
    {
      name: 'team',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      required: true,
      minRows: 1,
      maxRows: 50,
      label: label('Of these colleagues'),
      admin: { description: 'In this order. Whoever may not sign in any more is passed over.' },
    },
    {
      name: 'mostOpenOrders',
      type: 'number',
      label: label('Pass over whoever has so many open orders'),
      min: 1,
      max: 1_000,
      admin: { description: 'Empty: no limit.' },
    },
    ...peopleFields,
    {
      name: 'isActive',
      type: 'checkbox',
      label: label('In use'),
      defaultValue: true,
      admin: { position: 'sidebar', description: 'Otherwise it is passed over.' },
    },
    {
      name: 'position',
      type: 'number',
      label: label('Position'),
      required: true,
      defaultValue: 1_000,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    {
      name: 'lastGivenTo',
      type: 'relationship',
      relationTo: 'users',
      label: label('Last given to'),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { readOnly: true, position: 'sidebar', condition: (data) => data.way === 'in_turn' },
    },
  ],
}
