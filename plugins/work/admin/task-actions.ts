import type { CommandAction, CommandField } from '#plugins/kernel/admin'
import type { SubjectRef } from '#plugins/kernel/domain'
import { taskPriorities, taskPriorityKeys, waitedFor, waitedForKeys } from '../domain/task-words'

export type Colleague = { id: string; title: string }

const colleagueField = ({
  label,
  value,
  description,
}: {
  label: string
  value?: Colleague
  description?: string
}): CommandField => ({
  name: 'ownerId',
  label,
  type: 'relation',
  isRequired: true,
  collection: 'users',
  titleFields: ['name'],
  ...(value ? { value } : {}),
  ...(description ? { description } : {}),
})

export const newTaskAction = ({
  owner,
  dueOn,
  about,
}: {
  owner: Colleague
  /** The day that is proposed. */
  dueOn?: string
  about?: SubjectRef
}): CommandAction => ({
  command: 'create-task',
  label: 'New task…',
  input: about ? { about } : {},
  fields: [
    { name: 'title', label: 'What is to be done', type: 'text', isRequired: true },
    { name: 'dueOn', label: 'Due on', type: 'day', ...(dueOn ? { value: dueOn } : {}) },
    {
      name: 'dueTime',
      label: 'At',
      type: 'time',
      description: 'On your clock. Left empty: by the end of the day.',
    },
    {
      name: 'priority',
      label: 'Priority',
      type: 'select',
      isRequired: true,
      value: 'normal',
      options: taskPriorityKeys.map((value) => ({ value, label: taskPriorities[value] })),
    },
    colleagueField({ label: 'Whose task', value: owner }),
    { name: 'note', label: 'Note', type: 'textarea' },
  ],
  tone: 'primary',
  done: 'Noted.',
})

type Chosen = readonly string[]

const many = (taskIds: Chosen): string => (taskIds.length === 1 ? '' : ` ${taskIds.length} tasks`)

export const snoozeAction = ({
  taskIds,
  tomorrow,
}: {
  taskIds: Chosen
  tomorrow: string
}): CommandAction => ({
  command: 'snooze-tasks',
  label: `Put${many(taskIds)} off…`,
  input: { taskIds },
  text: 'Out of sight until that day. When it was due stays on record.',
  fields: [
    {
      name: 'untilOn',
      label: 'Until',
      type: 'day',
      isRequired: true,
      value: tomorrow,
      least: tomorrow,
    },
  ],
  tone: 'primary',
  done: 'Put off.',
})

export const awaitAction = (taskIds: Chosen): CommandAction => ({
  command: 'await-others',
  label: taskIds.length === 1 ? 'Wait for others…' : `Let${many(taskIds)} wait for others…`,
  input: { taskIds },
  text: 'It can go on only when somebody else has acted. It stays in sight until then.',
  fields: [
    {
      name: 'waitingFor',
      label: 'For whom',
      type: 'select',
      isRequired: true,
      options: waitedForKeys.map((value) => ({ value, label: waitedFor[value] })),
    },
    { name: 'waitingNote', label: 'For what', type: 'text', placeholder: 'Their signed terms' },
  ],
  tone: 'primary',
  done: 'It waits for others now.',
})

export const assignAction = (taskIds: Chosen): CommandAction => ({
  command: 'assign-tasks',
  label: `Give${many(taskIds)} to a colleague…`,
  input: { taskIds },
  fields: [colleagueField({ label: 'To' })],
  tone: 'primary',
  done: 'Given away.',
})

export const cancelAction = (taskIds: Chosen): CommandAction => ({
  command: 'cancel-tasks',
  label: `Drop${many(taskIds)}…`,
  input: { taskIds },
  text: 'Nobody needs it any more. It stays on record and can be put back.',
  tone: 'danger',
  done: 'Dropped.',
})

export const completeAction = (taskIds: Chosen): CommandAction => ({
  command: 'complete-tasks',
  label: 'Done',
  input: { taskIds },
  tone: 'primary',
  done: 'Done.',
})

export const reopenAction = (taskIds: Chosen): CommandAction => ({
  command: 'reopen-tasks',
  label: 'Put back to do',
  input: { taskIds },
  done: 'Back to do.',
})
