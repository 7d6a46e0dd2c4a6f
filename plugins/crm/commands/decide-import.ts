import { z } from 'zod'

import { defineCommand, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseState } from '#plugins/kernel/domain'
import { isUndecided } from '../domain/import-workflow'
import { lockImport } from './lock-import'

/** Decides over the rows of an import that repeat somebody: all of a kind, or some by their numbers. */
export const decideImport = defineCommand({
  name: 'decide-import',
  summary: 'Decide what becomes of the rows of an import that repeat somebody known',
  input: z.object({
    importId: z.uuid('Choose an import.'),
    verdict: z.enum(['duplicate', 'alike']),
    decision: z.enum(['skip', 'fill', 'new']),
    /** Rows of the file; left out, all of this verdict. */
    rows: z.array(z.int().min(2)).min(1).max(5_000).optional(),
  }),
  allow: { staff: 'imports.write' },
  run: async ({ input: { importId, verdict, decision, rows }, ctx: { req } }) => {
    const locked = await lockImport({ req, importId })
    if (!locked.ok) return locked
    if (!isUndecided(locked.value.head.state))
      return refuseState({
        code: 'import-not-checked',
        message: 'This is decided between the check and the import.',
      })
    if (verdict === 'duplicate' && decision === 'new')
      return refuseInput({
        decision:
          'E-mail, phone and page belong to one person: leave these rows out, or fill them up.',
      })
    const sql = sqlOf(req)
    if (!rows) {
      const column = verdict === 'duplicate' ? 'on_duplicate' : 'on_alike'
      await sql.run({
        text: `update imports set ${column} = $2 where id = $1`,
        values: [importId, decision],
      })
    }
    const decided = await sql.run({
      text: `update import_rows set decision = $3
        where import_id = $1 and verdict = $2 and ($4::integer[] is null or no = any($4))
          and decision is distinct from $3`,
      values: [importId, verdict, rows ? decision : null, rows ?? null],
    })
    return ok({ importId, decided })
  },
})
