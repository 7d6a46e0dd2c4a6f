import type { CollectionConfig, Field } from 'payload'

import { fieldBySystemOnly } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { deriveLivePeople } from '../hooks/derive-live-people'

/**
 * Whom a portal account stands for. The session reads it from the account itself, so that no
 * request has to look for the person; only `grant-portal-access` writes it.
 */
export const withPeople = (collection: CollectionConfig): CollectionConfig =>
  collection.slug === 'portal-accounts'
    ? {
        ...collection,
        fields: [...collection.fields, ...people],
        hooks: {
          ...collection.hooks,
          afterRead: [...(collection.hooks?.afterRead ?? []), deriveLivePeople],
        },
      }
    : collection

const bySystem = { create: fieldBySystemOnly, update: fieldBySystemOnly }

const people: Field[] = [
  {
    name: 'candidate',
    type: 'relationship',
    relationTo: 'candidates',
    label: label('Candidate'),
    index: true,
    maxDepth: 0,
    access: bySystem,
    admin: { readOnly: true },
  },
  {
    name: 'contact',
    type: 'relationship',
    relationTo: 'client-contacts',
    label: label('Client contact'),
    index: true,
    maxDepth: 0,
    access: bySystem,
    admin: { readOnly: true },
  },
  {
    name: 'client',
    type: 'relationship',
    relationTo: 'client-corporations',
    label: label('Client'),
    index: true,
    maxDepth: 0,
    access: bySystem,
    admin: { readOnly: true },
  },
]
