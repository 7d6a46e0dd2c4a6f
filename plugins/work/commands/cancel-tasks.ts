import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { chosenTasks } from '../domain/task-inputs'
import { moveTasks } from './move-tasks'

/** Drops tasks that nobody needs any more; they stay on record. */
export const cancelTasks = defineCommand({
  name: 'cancel-tasks',
  summary: 'Drop tasks that are no longer needed; they stay on record',
  input: z.object({ taskIds: chosenTasks }),
  allow: { staff: 'tasks.write' },
  run: async ({ input: { taskIds }, ctx: { req, actor } }) =>
    await moveTasks({ req, actor, taskIds, to: 'cancelled', data: { snoozedUntilOn: null } }),
})
