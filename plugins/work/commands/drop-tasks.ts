import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { moveRecord, sqlOf } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'
import { openTaskStates } from '../domain/task-workflow'

/** Cancels the open tasks that one cause has made; what is done already stays done. For code, not for people. */
export const dropTasks = async ({
  req,
  about,
  sourceKeyPrefix,
}: {
  req: PayloadRequest
  /** The record they are about. */
  about: SubjectRef
  sourceKeyPrefix: string
}): Promise<void> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select id from tasks where about_id = $3 and about_kind = $4 and starts_with(source_key, $1) and state = any($2)
      order by id for update`,
    values: [sourceKeyPrefix, openTaskStates, about.id, about.kind],
  })
  for (const { id } of rows)
    await moveRecord({
      req,
      collection: 'tasks',
      id,
      to: 'cancelled',
      data: { snoozedUntilOn: null },
      what: 'task',
    })
}
