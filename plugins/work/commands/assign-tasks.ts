import { z } from 'zod'

import { defineCommand, publish } from '#plugins/kernel'
import { ok, refuseState, relatedTo } from '#plugins/kernel/domain'
import { chosenColleague, chosenTasks } from '../domain/task-inputs'
import { isOpenTask } from '../domain/task-workflow'
import { findColleague } from './find-colleague'
import { eachTask } from './move-tasks'

/** Gives tasks to a colleague, who hears of it. */
export const assignTasks = defineCommand({
  name: 'assign-tasks',
  summary: 'Give tasks to a colleague',
  input: z.object({ taskIds: chosenTasks, ownerId: chosenColleague }),
  allow: { staff: 'tasks.write' },
  run: async ({ input: { taskIds, ownerId }, ctx: { req, actor } }) => {
    const owner = await findColleague({ req, id: ownerId })
    if (!owner.ok) return owner
    return await eachTask({
      req,
      actor,
      taskIds,
      act: async (task) => {
        if (!isOpenTask(task.state))
          return refuseState({
            code: 'task-not-open',
            message: 'Only a task that is still to be done can be given away.',
          })
        if (task.owner === ownerId) return ok(false)
        await req.payload.update({
          collection: 'tasks',
          id: task.id,
          data: { owner: ownerId, assignedBy: actor.kind === 'staff' ? actor.id : null },
          req,
          overrideAccess: true,
          depth: 0,
        })
        await publish({
          req,
          event: {
            name: 'task.assigned',
            subject: { kind: 'task', id: task.id },
            ...relatedTo(
              task.aboutKind && task.aboutId ? { kind: task.aboutKind, id: task.aboutId } : null,
            ),
            changes: { owner: [task.owner, ownerId] },
          },
        })
        return ok(true)
      },
    })
  },
})
