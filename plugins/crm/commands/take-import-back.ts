import { z } from 'zod'

import { defineCommand, enqueue, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { lockImport } from './lock-import'

/** Takes a whole import back, but for records that somebody has used since. */
export const takeImportBack = defineCommand({
  name: 'take-import-back',
  summary: 'Take a whole import back, but for records that somebody has used since',
  input: z.object({ importId: z.uuid('Choose an import.') }),
  allow: { staff: 'imports.write' },
  run: async ({ input: { importId }, ctx: { req } }) => {
    const locked = await lockImport({ req, importId })
    if (!locked.ok) return locked
    const moved = await moveRecord({
      req,
      collection: 'imports',
      id: importId,
      to: 'taking_back',
      what: 'import',
    })
    if (!moved.ok) return moved
    await enqueue({ req, queue: 'take-back-import', data: { importId } })
    return ok({ importId })
  },
})
