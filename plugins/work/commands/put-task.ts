import type { PayloadRequest } from 'payload'

import { actorOf, publish } from '#plugins/kernel'
import { relatedTo, type Day, type Instant, type SubjectRef } from '#plugins/kernel/domain'
import type { TaskPriority, TaskSource } from '../domain/task-words'

export type NewTask = {
  title: string
  note?: string | undefined
  dueOn?: Day | undefined
  dueAt?: Instant | undefined
  priority?: TaskPriority
  ownerId: string
  about?: SubjectRef | undefined
  source: TaskSource
  /** A cause makes its task once, however often it is told. */
  sourceKey?: string
  /** Its owner is not told of it by itself: it comes with others that they hear of. */
  isQuiet?: boolean
}

/**
 * Writes a task and tells its owner when somebody else gave it. For code that has checked the right:
 * staff come by `create-task`. Answers null when its cause has made it already.
 */
export const putTask = async ({
  req,
  task,
}: {
  req: PayloadRequest
  task: NewTask
}): Promise<string | null> => {
  if (task.sourceKey) {
    const { totalDocs } = await req.payload.count({
      collection: 'tasks',
      where: { sourceKey: { equals: task.sourceKey } },
      req,
      overrideAccess: true,
    })
    if (totalDocs > 0) return null
  }
  const actor = actorOf(req)
  const giver = actor.kind === 'staff' ? actor.id : null
  const { id } = await req.payload.create({
    collection: 'tasks',
    data: {
      state: 'open',
      title: task.title,
      note: task.note ?? null,
      dueOn: task.dueOn ?? null,
      dueAt: task.dueAt ?? null,
      priority: task.priority ?? 'normal',
      owner: task.ownerId,
      assignedBy: giver,
      aboutKind: task.about?.kind ?? null,
      aboutId: task.about?.id ?? null,
      source: task.source,
      sourceKey: task.sourceKey ?? null,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  if (giver !== task.ownerId && !task.isQuiet)
    await publish({
      req,
      event: {
        name: 'task.assigned',
        subject: { kind: 'task', id },
        ...relatedTo(task.about ?? null),
        changes: { owner: [null, task.ownerId] },
      },
    })
  return id
}
