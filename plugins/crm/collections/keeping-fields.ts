import type { Field } from 'payload'

import { fieldBySystemOnly } from '#plugins/agency'
import { dayField, instantField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { keepGrounds } from '../domain/keeping'

const bySystem = { create: fieldBySystemOnly, update: fieldBySystemOnly }

/** How long somebody may be kept: written each night and by whoever answers, never by hand. */
export const keepingFields = (): Field[] => [
  {
    ...instantField({ name: 'unusableSince', text: 'Not to be used since' }),
    access: bySystem,
    admin: {
      position: 'sidebar',
      readOnly: true,
      disableBulkEdit: true,
      description:
        'Left out of searches, lists, exports and mailings until the candidate agrees again.',
      condition: ({ unusableSince }) => Boolean(unusableSince),
    },
  },
  {
    ...dayField({ name: 'keepUntilOn', text: 'May be kept until' }),
    access: bySystem,
    admin: {
      position: 'sidebar',
      readOnly: true,
      disableBulkEdit: true,
      description: 'Said when the end comes near.',
      condition: ({ keepUntilOn }) => Boolean(keepUntilOn),
    },
  },
  {
    name: 'keepGround',
    type: 'select',
    label: label('On what ground'),
    access: bySystem,
    options: Object.entries(keepGrounds).map(([value, text]) => ({ value, label: label(text) })),
    admin: {
      position: 'sidebar',
      readOnly: true,
      disableBulkEdit: true,
      condition: ({ keepUntilOn }) => Boolean(keepUntilOn),
    },
  },
  {
    ...instantField({ name: 'keepAskedAt', text: 'Asked to stay' }),
    access: bySystem,
    admin: {
      position: 'sidebar',
      readOnly: true,
      disableBulkEdit: true,
      condition: ({ keepAskedAt }) => Boolean(keepAskedAt),
    },
  },
  {
    ...instantField({ name: 'keepRefusedAt', text: 'Said no to being kept' }),
    access: bySystem,
    admin: {
      position: 'sidebar',
      readOnly: true,
      disableBulkEdit: true,
      condition: ({ keepRefusedAt }) => Boolean(keepRefusedAt),
    },
  },
]
