import { recordActions } from '#plugins/kernel/admin/server'
import { addDays, dayIn } from '#plugins/kernel/domain'
import { isOpenTask, isWaitingTask } from '../domain'
import {
  assignAction,
  awaitAction,
  cancelAction,
  completeAction,
  reopenAction,
  snoozeAction,
} from './task-actions'

export const TaskActions = recordActions({
  collection: 'tasks',
  actionsFor: ({ record, id, zone }) => {
    const today = dayIn({ instant: new Date().toISOString(), zone })
    if (!isOpenTask(record.state)) return [reopenAction([id])]
    return [
      completeAction([id]),
      snoozeAction({ taskIds: [id], tomorrow: addDays({ day: today, days: 1 }) }),
      isWaitingTask(record.state) ? reopenAction([id]) : awaitAction([id]),
      assignAction([id]),
      cancelAction([id]),
    ]
  },
})
