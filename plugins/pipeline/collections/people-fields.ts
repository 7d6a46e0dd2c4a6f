import type { Field } from 'payload'

import { basisPointsField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'

/** Who has the credit of an order, and who follows it; the same on orders and on the rules that route them. */
export const peopleFields: Field[] = [
  {
    name: 'recruiters',
    type: 'array',
    label: label('Credit'),
    labels: { singular: label('Share'), plural: label('Shares') },
    maxRows: 10,
    admin: {
      description:
        'Who works on it, with shares of the credit: 100 % together. Empty: all of it is the owner’s.',
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'user',
            type: 'relationship',
            relationTo: 'users',
            label: label('Colleague'),
            required: true,
          },
          { ...basisPointsField({ name: 'shareBp', text: 'Share' }), required: true },
        ],
      },
    ],
  },
  {
    name: 'followers',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    label: label('Followers'),
    admin: {
      description:
        'Colleagues who keep an eye on it and are told of what moves it. The list of orders can be filtered by them.',
    },
  },
]
