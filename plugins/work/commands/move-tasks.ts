import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { lockRecord, moveRecord } from '#plugins/kernel'
import { ok, refuse, refuseMissing, type Actor, type Result } from '#plugins/kernel/domain'
import { mayActOn } from '../access/whose-task'
import type { TaskState } from '../domain/task-workflow'

type Task = DataFromCollectionSlug<'tasks'>

/**
 * Does the same with every task, all or none: a refusal names the task. Locked in the order of their
 * ids, so that two who choose the same ones wait for each other instead of blocking each other.
 */
export const eachTask = async ({
  req,
  actor,
  taskIds,
  act,
}: {
  req: PayloadRequest
  actor: Actor
  taskIds: readonly string[]
  /** Whether it changed anything. */
  act: (task: Task) => Promise<Result<boolean>>
}): Promise<Result<{ changed: number; unchanged: number }>> => {
  const chosen = [...new Set(taskIds)].sort()
  let changed = 0
  for (const id of chosen) {
    const task = await lockRecord({ req, collection: 'tasks', id })
    if (!task || !mayActOn({ actor, task: peopleOf(task) })) return refuseMissing('task')
    const done = await act(task)
    if (!done.ok)
      return chosen.length === 1
        ? done
        : refuse({ ...done.failure, message: `“${task.title}”: ${done.failure.message}` })
    if (done.value) changed += 1
  }
  return ok({ changed, unchanged: chosen.length - changed })
}

/** Moves every task along its workflow; one that is there already stays as it is. */
export const moveTasks = async ({
  req,
  actor,
  taskIds,
  to,
  data,
}: {
  req: PayloadRequest
  actor: Actor
  taskIds: readonly string[]
  to: TaskState
  data?: Partial<Task>
}): Promise<Result<{ changed: number; unchanged: number }>> =>
  await eachTask({
    req,
    actor,
    taskIds,
    act: async (task) => {
      if (task.state === to) return ok(false)
      const moved = await moveRecord({
        req,
        collection: 'tasks',
        id: task.id,
        locked: task,
        to,
        ...(data ? { data } : {}),
        what: 'task',
      })
      return moved.ok ? ok(true) : moved
    },
  })

const peopleOf = (task: Task) => ({
  ownerId: idOf(task.owner) ?? '',
  assignedById: idOf(task.assignedBy),
})

const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'object' ? (value?.id ?? null) : (value ?? null)
