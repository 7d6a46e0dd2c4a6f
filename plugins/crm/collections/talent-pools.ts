import type { Access, CollectionConfig, PayloadRequest, Where } from 'payload'

import { fieldBySystemOnly, noRows, staffMay } from '#plugins/agency'
import { actorOf, instantField } from '#plugins/kernel'
import { can, label } from '#plugins/kernel/domain'
import { derivePoolOwner } from '../hooks/derive-pool-owner'
import { guardPoolSearch } from '../hooks/guard-pool-search'

/** Whose pools somebody sees: the shared ones and their own. */
export const visiblePools = ({
  req,
  prefix = '',
}: {
  req: PayloadRequest
  prefix?: string
}): Where | boolean => {
  const actor = actorOf(req)
  if (actor.kind === 'system') return true
  if (!can({ actor, permission: 'candidates.read' }))
    return actor.kind === 'portal' ? noRows : false
  return {
    or: [{ [`${prefix}isShared`]: { equals: true } }, { [`${prefix}owner`]: { equals: actor.id } }],
  }
}

const seen: Access = ({ req }) => visiblePools({ req })

const changed: Access = ({ req }) =>
  can({ actor: actorOf(req), permission: 'candidates.write' }) ? visiblePools({ req }) : false

/** Candidates that a colleague keeps in mind: picked by hand, or found by a search that goes on looking. */
export const TalentPools: CollectionConfig = {
  slug: 'talent-pools',
  labels: { singular: label('Talent pool'), plural: label('Talent pools') },
  versions: false,
  access: {
    read: seen,
    create: staffMay('candidates.write'),
    update: changed,
    delete: changed,
    readVersions: () => false,
  },
  hooks: { beforeChange: [derivePoolOwner, guardPoolSearch] },
  custom: { announce: { subject: 'talent-pool', silent: ['checkedAt'] } },
  admin: {
    group: 'Candidates',
    components: {
      views: {
        edit: {
          members: {
            Component: '/plugins/crm/admin/PoolMembers#PoolMembers',
            path: '/members',
            tab: { label: 'Members', href: '/members', order: 10 },
          },
        },
      },
    },
    useAsTitle: 'name',
    defaultColumns: ['name', 'owner', 'isShared', 'savedSearch', 'updatedAt'],
    listSearchableFields: ['name', 'description'],
    description:
      'People to come back to. Whoever took back the consent to be kept in the talent pool is in none.',
  },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, maxLength: 120 },
    { name: 'description', type: 'textarea', label: label('What it is for'), maxLength: 2_000 },
    {
      name: 'savedSearch',
      type: 'relationship',
      relationTo: 'saved-searches',
      label: label('Filled by the saved search'),
      index: true,
      admin: {
        allowCreate: false,
        allowEdit: false,
        description:
          'Whoever matches it joins the pool by themselves. Searches are saved under “Find candidates”. Leave it empty for a pool that is picked by hand.',
        disableBulkEdit: true,
      },
    },
    {
      // As pools knew it before searches were kept by name.
      name: 'search',
      type: 'text',
      label: label('Search'),
      hidden: true,
      access: { read: fieldBySystemOnly, create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'isAlerting',
      type: 'checkbox',
      label: label('Tell the owner when somebody new matches the search'),
      defaultValue: true,
    },
    {
      name: 'isShared',
      type: 'checkbox',
      label: label('Shared with all colleagues'),
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Owner'),
      index: true,
      admin: { position: 'sidebar', description: 'You, when left empty.' },
    },
    {
      ...instantField({ name: 'checkedAt', text: 'Last looked for new matches' }),
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
}
