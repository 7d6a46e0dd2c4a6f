import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, moveRecord, sqlOf } from '#plugins/kernel'
import { openTaskStates } from '../domain/task-workflow'

/** Ticks off the open task of a cause, because what it asked for has happened. For code, not for people. */
export const settleTask = async ({
  req,
  sourceKey,
}: {
  req: PayloadRequest
  sourceKey: string
}): Promise<void> => {
  const task = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from tasks where source_key = $1 and state = any($2) for update',
    values: [sourceKey, openTaskStates],
  })
  if (!task) return
  const settled = await moveRecord({
    req,
    collection: 'tasks',
    id: task.id,
    to: 'done',
    data: { doneAt: await databaseNow(req), snoozedUntilOn: null },
    what: 'task',
  })
  if (!settled.ok) throw new Error(`The task ${task.id} could not be settled.`)
}
