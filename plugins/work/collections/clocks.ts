import type { CollectionConfig, Field } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import { guardWorkflow, instantField, minutesField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { ballKeys, ballWords } from '../domain/clock-words'
import { usualAmberPercent, usualEscalateAfterMinutes } from '../domain/clock-times'
import { clockWorkflow } from '../domain/clock-workflow'

const fixed = <Kind extends Field>(field: Kind): Kind => ({
  ...field,
  access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
})

const hidden = (field: {
  name: string
  text: string
  required?: true
  unique?: true
  index?: true
}): Field =>
  fixed({
    name: field.name,
    type: 'text',
    label: label(field.text),
    required: field.required ?? false,
    unique: field.unique ?? false,
    index: field.index ?? false,
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  })

/** The time that the agency, a client or a candidate has for something, in working hours. */
export const Clocks: CollectionConfig = {
  slug: 'clocks',
  labels: { singular: label('Clock'), plural: label('Clocks') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'activity.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(clockWorkflow)] },
  custom: {
    announce: {
      subject: 'clock',
      about: { kind: 'aboutKind', id: 'aboutId' },
      client: 'clientId',
      order: 'orderId',
      // What is reckoned anew with every change of a calendar is no story.
      silent: [
        'pauses',
        'amberAt',
        'dueAt',
        'owner',
        'turnedAmberAt',
        'overdueAt',
        'escalatedAt',
        'escalatedTo',
        'stoppedAt',
      ],
    },
  },
  admin: {
    group: 'Work',
    components: {
      edit: { beforeDocumentControls: ['/plugins/work/admin/ClockActions#ClockActions'] },
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'ballIn', 'dueAt', 'overdueAt', 'owner'],
    listSearchableFields: ['title'],
    description:
      'Clocks start and stop by what happens to records and count working hours only. How long they give is chosen under Settings, Clocks.',
  },
  fields: [
    stateField({ workflow: clockWorkflow }),
    fixed({ name: 'title', type: 'text', label: label('For'), required: true }),
    fixed({
      name: 'ballIn',
      type: 'select',
      label: label('Whose turn it is'),
      required: true,
      options: ballKeys.map((value) => ({ value, label: label(ballWords[value]) })),
      admin: { readOnly: true },
    }),
    fixed({
      ...minutesField({
        name: 'allowedMinutes',
        text: 'Working time allowed',
        required: true,
        description: 'Hours and minutes in which the office works.',
      }),
    }),
    fixed({
      name: 'amberPercent',
      type: 'number',
      label: label('Amber at percent'),
      required: true,
      defaultValue: usualAmberPercent,
      admin: { readOnly: true },
    }),
    fixed({
      name: 'escalateAfterMinutes',
      type: 'number',
      label: label('Help after working minutes'),
      required: true,
      defaultValue: usualEscalateAfterMinutes,
      admin: { readOnly: true },
    }),
    fixed({ ...instantField({ name: 'startedAt', text: 'Began at' }), required: true }),
    fixed(instantField({ name: 'amberAt', text: 'Amber at' })),
    fixed(instantField({ name: 'dueAt', text: 'Due at' })),
    fixed(instantField({ name: 'stoppedAt', text: 'Ended at' })),
    fixed({
      name: 'pauses',
      type: 'json',
      label: label('Stood still'),
      required: true,
      defaultValue: [],
      admin: {
        readOnly: true,
        components: { Field: '/plugins/work/admin/PausesField#PausesField' },
      },
    }),
    fixed({
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Looked after by'),
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    }),
    fixed({
      name: 'aboutKind',
      type: 'text',
      label: label('About'),
      required: true,
      admin: {
        position: 'sidebar',
        components: { Field: '/plugins/work/admin/AboutField#AboutField' },
      },
    }),
    hidden({ name: 'aboutId', text: 'Record', required: true, index: true }),
    hidden({ name: 'orderId', text: 'Order', index: true }),
    hidden({ name: 'clientId', text: 'Client', index: true }),
    hidden({ name: 'kind', text: 'Kind', required: true }),
    hidden({ name: 'startKey', text: 'Started by', required: true, unique: true }),
    fixed(instantField({ name: 'turnedAmberAt', text: 'Turned amber at' })),
    fixed(instantField({ name: 'overdueAt', text: 'Ran out at' })),
    fixed(instantField({ name: 'escalatedAt', text: 'Told to a manager at' })),
    fixed({
      name: 'escalatedTo',
      type: 'relationship',
      relationTo: 'users',
      label: label('Told to'),
      admin: { readOnly: true },
    }),
  ],
}
