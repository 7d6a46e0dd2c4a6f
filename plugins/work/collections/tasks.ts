import type { CollectionConfig, Field } from 'payload'

import { bySystemOnly, fieldBySystemOnly } from '#plugins/agency'
import { dayField, guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label, optionsOf } from '#plugins/kernel/domain'
import { ownTasks } from '../access/whose-task'
import {
  taskPriorities,
  taskPriorityKeys,
  taskSources,
  waitedFor,
  waitedForKeys,
} from '../domain/task-words'
import { taskWorkflow } from '../domain/task-workflow'
import { guardTaskDue } from '../hooks/guard-task-due'

/** Written by the acts of a task, not typed. */
const fixed = <Kind extends Field>(field: Kind): Kind => ({
  ...field,
  access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
})

/** What somebody of the agency is to do, whatever record it is about. */
export const Tasks: CollectionConfig = {
  slug: 'tasks',
  labels: { singular: label('Task'), plural: label('Tasks') },
  versions: false,
  lockDocuments: false,
  access: {
    read: ownTasks,
    // By `create-task`, which knows whose it becomes and whether the record may be seen.
    create: () => false,
    update: ownTasks,
    delete: bySystemOnly,
    readVersions: () => false,
  },
  hooks: { beforeChange: [guardWorkflow(taskWorkflow), guardTaskDue] },
  custom: {
    announce: {
      subject: 'task',
      about: { kind: 'aboutKind', id: 'aboutId' },
      personal: ['title', 'note', 'waitingNote'],
      // `assign-tasks` tells of it by an event of its own.
      silent: ['owner', 'assignedBy', 'sourceKey'],
    },
  },
  admin: {
    group: 'Work',
    components: {
      edit: { beforeDocumentControls: ['/plugins/work/admin/TaskActions#TaskActions'] },
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'state', 'owner', 'priority', 'dueOn', 'dueAt'],
    listSearchableFields: ['title', 'note'],
    description: 'New tasks are made in My day or beside the record that they are about.',
  },
  fields: [
    stateField({ workflow: taskWorkflow }),
    {
      name: 'title',
      type: 'text',
      label: label('What is to be done'),
      required: true,
      maxLength: 200,
    },
    { name: 'note', type: 'textarea', label: label('Note'), maxLength: 4_000 },
    dayField({
      name: 'dueOn',
      text: 'Due on',
      description: 'By the end of this day. For a time of day, leave it empty and use “Due at”.',
    }),
    instantField({ name: 'dueAt', text: 'Due at', readOnly: false }),
    {
      name: 'priority',
      type: 'select',
      label: label('Priority'),
      required: true,
      defaultValue: 'normal',
      options: taskPriorityKeys.map((value) => ({ value, label: label(taskPriorities[value]) })),
    },
    fixed(dayField({ name: 'snoozedUntilOn', text: 'Put off until' })),
    fixed({
      name: 'waitingFor',
      type: 'select',
      label: label('Waits for'),
      options: waitedForKeys.map((value) => ({ value, label: label(waitedFor[value]) })),
      admin: { readOnly: true },
    }),
    fixed({
      name: 'waitingNote',
      type: 'text',
      label: label('What we wait for'),
      maxLength: 200,
      admin: { readOnly: true },
    }),
    fixed({
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Owner'),
      required: true,
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    }),
    fixed({
      name: 'assignedBy',
      type: 'relationship',
      relationTo: 'users',
      label: label('Given by'),
      index: true,
      admin: { readOnly: true, position: 'sidebar' },
    }),
    fixed({
      name: 'aboutKind',
      type: 'text',
      label: label('About'),
      admin: {
        position: 'sidebar',
        components: { Field: '/plugins/work/admin/AboutField#AboutField' },
      },
    }),
    fixed({
      name: 'aboutId',
      type: 'text',
      label: label('Record'),
      index: true,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    }),
    fixed({
      name: 'source',
      type: 'select',
      label: label('Came from'),
      required: true,
      defaultValue: 'staff',
      options: optionsOf(taskSources),
      admin: { readOnly: true, position: 'sidebar' },
    }),
    fixed({
      name: 'sourceKey',
      type: 'text',
      label: label('Made once per'),
      unique: true,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    }),
    fixed(instantField({ name: 'doneAt', text: 'Done at' })),
    fixed({
      name: 'doneBy',
      type: 'relationship',
      relationTo: 'users',
      label: label('Done by'),
      admin: { readOnly: true },
    }),
  ],
}
