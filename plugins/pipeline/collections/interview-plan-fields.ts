import type { Field } from 'payload'

import { label } from '#plugins/kernel/domain'
import { interviewModeLabels, interviewModes } from '../domain/interview-plan'

const minutes = (value: unknown) =>
  (typeof value === 'number' && Number.isInteger(value) && value >= 5 && value <= 600) ||
  'Whole minutes from 5 to 600.'

/** The talks that a client wants with everybody on an order, in their order. */
export const interviewPlanFields: Field[] = [
  {
    name: 'interviewPlan',
    type: 'array',
    label: label('Interview plan'),
    labels: { singular: label('Round'), plural: label('Rounds') },
    maxRows: 8,
    admin: {
      description:
        'The talks that the client wants with everybody, the first one first. What is planned here stands in the dialog when an interview is proposed.',
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'name',
            type: 'text',
            label: label('Round'),
            required: true,
            maxLength: 80,
            admin: { description: 'First talk, technical, with the director.' },
          },
          {
            name: 'mode',
            type: 'select',
            label: label('How'),
            required: true,
            defaultValue: 'video',
            options: interviewModes.map((value) => ({
              value,
              label: label(interviewModeLabels[value]),
            })),
          },
          {
            name: 'minutes',
            type: 'number',
            label: label('Minutes'),
            required: true,
            defaultValue: 45,
            validate: minutes,
          },
        ],
      },
      {
        name: 'contacts',
        type: 'relationship',
        relationTo: 'client-contacts',
        hasMany: true,
        label: label('Who is there for the client'),
        filterOptions: ({ data }) => (data.client ? { client: { equals: data.client } } : true),
        admin: { description: 'Empty: the contact of the order.' },
      },
      {
        name: 'criteria',
        type: 'text',
        hasMany: true,
        label: label('What is looked at'),
        maxRows: 12,
        maxLength: 120,
        admin: { description: 'Each becomes a line of the scorecard, rated from 1 to 5.' },
      },
    ],
  },
  {
    name: 'interviews',
    type: 'join',
    collection: 'interviews',
    on: 'jobOrder',
    label: label('Interviews of this order'),
    defaultSort: '-startsAt',
    admin: { allowCreate: false, defaultColumns: ['candidate', 'round', 'startsAt', 'state'] },
  },
]
