import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosenTasks, waitingInput } from '../domain/task-inputs'
import { isWaitingTask } from '../domain/task-workflow'
import { eachTask } from './move-tasks'

/** Notes that a task can only go on when somebody else has acted. */
export const awaitOthers = defineCommand({
  name: 'await-others',
  summary: 'Note that tasks wait for somebody else, and for whom',
  input: waitingInput.extend({ taskIds: chosenTasks }),
  allow: { staff: 'tasks.write' },
  run: async ({ input: { taskIds, waitingFor, waitingNote }, ctx: { req, actor } }) =>
    await eachTask({
      req,
      actor,
      taskIds,
      act: async (task) => {
        const data = { waitingFor, waitingNote: waitingNote ?? null }
        if (isWaitingTask(task.state)) {
          await req.payload.update({
            collection: 'tasks',
            id: task.id,
            data,
            req,
            overrideAccess: true,
            depth: 0,
          })
          return ok(true)
        }
        const moved = await moveRecord({
          req,
          collection: 'tasks',
          id: task.id,
          locked: task,
          to: 'waiting',
          data,
          what: 'task',
        })
        return moved.ok ? ok(true) : moved
      },
    }),
})
