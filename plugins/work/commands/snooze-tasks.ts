import { z } from 'zod'

import { defineCommand, todayAt } from '#plugins/kernel'
import { calendarDay, ok, refuseInput, refuseState } from '#plugins/kernel/domain'
import { chosenTasks } from '../domain/task-inputs'
import { isOpenTask } from '../domain/task-workflow'
import { eachTask } from './move-tasks'

/** Puts tasks out of sight until a day. When they were due stays on record. */
export const snoozeTasks = defineCommand({
  name: 'snooze-tasks',
  summary: 'Put tasks off until a day; when they were due stays on record',
  input: z.object({ taskIds: chosenTasks, untilOn: calendarDay }),
  allow: { staff: 'tasks.write' },
  run: async ({ input: { taskIds, untilOn }, ctx: { req, actor } }) => {
    const zone = actor.kind === 'staff' ? actor.zone : 'UTC'
    if (untilOn <= (await todayAt({ req, zone })))
      return refuseInput({ untilOn: 'Choose a day after today.' })
    return await eachTask({
      req,
      actor,
      taskIds,
      act: async (task) => {
        if (!isOpenTask(task.state))
          return refuseState({
            code: 'task-not-open',
            message: 'Only a task that is still to be done can be put off.',
          })
        if (task.snoozedUntilOn === untilOn) return ok(false)
        await req.payload.update({
          collection: 'tasks',
          id: task.id,
          data: { snoozedUntilOn: untilOn },
          req,
          overrideAccess: true,
          depth: 0,
        })
        return ok(true)
      },
    })
  },
})
