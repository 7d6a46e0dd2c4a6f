import { recordActions } from '#plugins/kernel/admin/server'
import { isLiveClock, isPausedClock } from '../domain'
import { pauseAction, resumeAction } from './clock-acts'

export const ClockActions = recordActions({
  collection: 'clocks',
  actionsFor: ({ record, id, user, may }) => {
    const isOurs = record.owner === user?.id || may('tasks.oversee')
    if (!isOurs || !isLiveClock(record.state)) return []
    return [isPausedClock(record.state) ? resumeAction(id) : pauseAction(id)]
  },
})
