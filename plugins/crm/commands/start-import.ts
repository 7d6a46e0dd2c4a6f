import { z } from 'zod'

import { actorOf, defineCommand, enqueue, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { lockImport } from './lock-import'

/** Lets a worker bring the rows of a checked import in, or go on with one that was stopped. */
export const startImport = defineCommand({
  name: 'start-import',
  summary: 'Bring the rows of a checked import in, or go on with a stopped one',
  input: z.object({ importId: z.uuid('Choose an import.') }),
  allow: { staff: 'imports.write' },
  run: async ({ input: { importId }, ctx: { req } }) => {
    const locked = await lockImport({ req, importId })
    if (!locked.ok) return locked
    const actor = actorOf(req)
    const moved = await moveRecord({
      req,
      collection: 'imports',
      id: importId,
      to: 'running',
      data: actor.kind === 'staff' ? { startedBy: actor.id } : {},
      what: 'import',
    })
    if (!moved.ok) return moved
    await enqueue({ req, queue: 'run-import', data: { importId } })
    return ok({ importId })
  },
})
