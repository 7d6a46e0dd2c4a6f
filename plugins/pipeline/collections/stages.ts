import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { label, statesOf } from '#plugins/kernel/domain'
import { guardStage, guardStageRemoval } from '../hooks/guard-stage'
import { submissionWorkflow } from '../domain/submission-workflow'

/** The columns of the board as the agency names and orders them; each stands for one state. */
export const Stages: CollectionConfig = {
  slug: 'stages',
  labels: { singular: label('Stage'), plural: label('Stages') },
  versions: false,
  access: staffAccess({ read: 'pipeline.read', write: 'settings.write', remove: 'settings.write' }),
  custom: { announce: { subject: 'stage' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'state', 'position', 'colour'],
    listSearchableFields: ['name'],
    description: 'Several stages may stand for the same state; rules and reports read the state.',
    components: {
      views: { list: { Component: '/plugins/pipeline/admin/StagesScreen#StagesScreen' } },
    },
  },
  hooks: { beforeChange: [guardStage], beforeDelete: [guardStageRemoval] },
  defaultSort: 'position',
  defaultPopulate: { name: true, state: true, colour: true },
  fields: [
    { name: 'name', type: 'text', label: label('Name'), required: true, maxLength: 60 },
    {
      name: 'state',
      type: 'text',
      label: label('State'),
      required: true,
      index: true,
      validate: (value: unknown) =>
        statesOf(submissionWorkflow).some((state) => state === value) ||
        `Choose one of: ${statesOf(submissionWorkflow).join(', ')}.`,
      admin: {
        description: statesOf(submissionWorkflow).join(', '),
        custom: {
          states: Object.fromEntries(
            Object.entries(submissionWorkflow.states).map(([value, { label: text, tone }]) => [
              value,
              { label: text, tone },
            ]),
          ),
        },
        components: { Cell: '/plugins/kernel/admin/StateCell#StateCell' },
      },
    },
    {
      name: 'position',
      type: 'number',
      label: label('Position'),
      required: true,
      defaultValue: 100,
    },
    {
      name: 'colour',
      type: 'text',
      label: label('Colour'),
      validate: (value: unknown) =>
        !value ||
        (typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)) ||
        'Write it as #1f6feb.',
      admin: {
        components: {
          Cell: '/plugins/kernel/admin/ColourCell#ColourCell',
          Field: '/plugins/kernel/admin/ColourField#ColourField',
        },
      },
    },
    {
      name: 'isHidden',
      type: 'checkbox',
      label: label('Hidden'),
      defaultValue: false,
      admin: {
        description: 'Takes nobody new. Boards show it only where somebody still stands in it.',
      },
    },
  ],
}
