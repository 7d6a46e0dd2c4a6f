import type { CollectionConfig } from 'payload'

import { bySystemOnly, fieldBySystemOnly } from '#plugins/agency'
import { label, optionsOf } from '#plugins/kernel/domain'
import { searchesWithinReach } from '../access/saved-searches'
import { longestSearch, sharings } from '../domain/search/saved-search'

/** Searches for candidates that somebody gave a name, for themselves or for colleagues. */
export const SavedSearches: CollectionConfig = {
  slug: 'saved-searches',
  labels: { singular: label('Saved search'), plural: label('Saved searches') },
  versions: false,
  lockDocuments: false,
  // Written by its commands, which judge what is searched for and by whom.
  access: {
    read: searchesWithinReach,
    create: () => false,
    update: bySystemOnly,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  custom: {
    announce: { subject: 'saved-search', personal: ['name', 'search'], silent: ['firstOf'] },
  },
  admin: {
    group: 'Candidates',
    hidden: true,
    useAsTitle: 'name',
    defaultColumns: ['name', 'owner', 'sharing', 'role', 'updatedAt'],
    listSearchableFields: ['name'],
  },
  defaultSort: 'name',
  defaultPopulate: { name: true, search: true },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, maxLength: 80 },
    {
      name: 'search',
      type: 'text',
      label: label('What is searched for'),
      required: true,
      maxLength: longestSearch,
      admin: { description: 'As it stands in the address of Find candidates.' },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Owner'),
      required: true,
      index: true,
    },
    {
      name: 'sharing',
      type: 'select',
      label: label('Who sees it'),
      required: true,
      defaultValue: 'mine',
      options: optionsOf(sharings),
    },
    { name: 'role', type: 'relationship', relationTo: 'roles', label: label('Role') },
    {
      name: 'firstOf',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      label: label('Shown first to'),
      access: {
        read: fieldBySystemOnly,
        create: fieldBySystemOnly,
        update: fieldBySystemOnly,
      },
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
}
