import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { chosenTasks } from '../domain/task-inputs'
import { moveTasks } from './move-tasks'

/** Makes tasks something to do again: done by mistake, cancelled too early, or the ball is back. */
export const reopenTasks = defineCommand({
  name: 'reopen-tasks',
  summary: 'Put tasks that are done, cancelled or waiting back to do',
  input: z.object({ taskIds: chosenTasks }),
  allow: { staff: 'tasks.write' },
  run: async ({ input: { taskIds }, ctx: { req, actor } }) =>
    await moveTasks({
      req,
      actor,
      taskIds,
      to: 'open',
      data: { doneAt: null, doneBy: null, waitingFor: null, waitingNote: null },
    }),
})
