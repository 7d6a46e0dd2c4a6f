import { defineWorkflow } from '#plugins/kernel/domain'

export type TaskState = 'open' | 'waiting' | 'done' | 'cancelled'

const complete = { event: 'task.completed' }
const cancel = { event: 'task.cancelled' }
const reopen = { event: 'task.reopened' }

/** What somebody of the agency owes: it is theirs to do, or to chase while somebody else has the ball. */
export const taskWorkflow = defineWorkflow<TaskState>({
  name: 'Task',
  collection: 'tasks',
  initial: 'open',
  states: {
    open: {
      label: 'To do',
      tone: 'info',
      next: {
        waiting: { event: 'task.waiting', needs: ['waitingFor'] },
        done: complete,
        cancelled: cancel,
      },
    },
    waiting: {
      label: 'Waiting for others',
      tone: 'warn',
      next: { open: { event: 'task.resumed' }, done: complete, cancelled: cancel },
    },
    done: { label: 'Done', tone: 'good', next: { open: reopen } },
    cancelled: { label: 'Cancelled', tone: 'neutral', next: { open: reopen } },
  },
})

/** States of a task that still asks for something. */
export const openTaskStates: readonly TaskState[] = ['open', 'waiting']

export const isOpenTask = (state: string): boolean => openTaskStates.some((open) => open === state)

export const isWaitingTask = (state: string): boolean => state === 'waiting'

export const isDoneTask = (state: string): boolean => state === 'done'
