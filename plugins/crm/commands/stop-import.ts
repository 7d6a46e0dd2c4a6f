import { z } from 'zod'

import { databaseNow, defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { hasBegun } from '../domain/import-workflow'
import { lockImport } from './lock-import'

/** Stops an import after the batch it is at; what came in stays until it is taken back. */
export const stopImport = defineCommand({
  name: 'stop-import',
  summary: 'Stop an import that runs, or drop one that has not begun',
  input: z.object({ importId: z.uuid('Choose an import.') }),
  allow: { staff: 'imports.write' },
  run: async ({ input: { importId }, ctx: { req } }) => {
    const locked = await lockImport({ req, importId })
    if (!locked.ok) return locked
    const isBegun = hasBegun(locked.value.head.state)
    const moved = await moveRecord({
      req,
      collection: 'imports',
      id: importId,
      to: isBegun ? 'stopped' : 'dropped',
      data: { endedAt: await databaseNow(req) },
      what: 'import',
    })
    return moved.ok ? ok({ importId }) : moved
  },
})
