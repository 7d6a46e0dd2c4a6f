import { z } from 'zod'

import { databaseNow, defineCommand } from '#plugins/kernel'
import { chosenTasks } from '../domain/task-inputs'
import { moveTasks } from './move-tasks'

/** Ticks tasks off. */
export const completeTasks = defineCommand({
  name: 'complete-tasks',
  summary: 'Tick tasks off, one or many; those that are done already stay as they are',
  input: z.object({ taskIds: chosenTasks }),
  allow: { staff: 'tasks.write' },
  run: async ({ input: { taskIds }, ctx: { req, actor } }) =>
    await moveTasks({
      req,
      actor,
      taskIds,
      to: 'done',
      data: {
        doneAt: await databaseNow(req),
        doneBy: actor.kind === 'staff' ? actor.id : null,
        snoozedUntilOn: null,
      },
    }),
})
