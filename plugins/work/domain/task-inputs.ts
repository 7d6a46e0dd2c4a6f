import { z } from 'zod'

import { calendarDay, isWallTime } from '#plugins/kernel/domain'
import { taskPriorityKeys, waitedForKeys } from './task-words'

/** The tasks that an act is for, one or many. */
export const chosenTasks = z
  .array(z.uuid('Choose a task.'), 'Choose the tasks.')
  .min(1, 'Choose at least one task.')
  .max(100, 'At most 100 tasks at once.')

export const chosenColleague = z.uuid('Choose a colleague.')

const aboutRecord = z.object({
  kind: z.string('Say what kind of record it is.').min(1, 'Say what kind of record it is.'),
  id: z.uuid('Choose the record.'),
})

export const newTask = z
  .object({
    title: z
      .string('Say what is to be done.')
      .trim()
      .min(1, 'Say what is to be done.')
      .max(200, 'At most 200 characters: the rest belongs into the note.'),
    note: z.string().trim().max(4_000, 'At most 4,000 characters.').optional(),
    /** By the end of this day. */
    dueOn: calendarDay.optional(),
    /** With `dueOn`: a time of day on the clock of whoever gives the task. */
    dueTime: z.string().refine(isWallTime, 'Write the time as 14:30.').optional(),
    priority: z.enum(taskPriorityKeys, 'Choose a priority.').default('normal'),
    /** Whose task it is; the caller's own when left out. */
    ownerId: chosenColleague.optional(),
    /** The record it is about, by its kind and id as in events. */
    about: aboutRecord.optional(),
  })
  .refine(({ dueOn, dueTime }) => dueTime === undefined || dueOn !== undefined, {
    path: ['dueOn'],
    message: 'Choose the day for this time.',
  })

export const waitingInput = z.object({
  waitingFor: z.enum(waitedForKeys, 'Choose whom it waits for.'),
  waitingNote: z.string().trim().max(200, 'At most 200 characters.').optional(),
})
