import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, defineCommand, enqueue, moveRecord, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseState, type ImportField } from '#plugins/kernel/domain'
import { columnProblems } from '../domain/import-mapping'
import { dayOrderOf, type DayOrder } from '../domain/import-values'
import { canBeMapped } from '../domain/import-workflow'
import { fieldsForImport } from '../queries/import-fields'
import { lockImport } from './lock-import'

/** Says what the columns of a table are; a dry run then judges every row, and writes no record. */
export const mapImport = defineCommand({
  name: 'map-import',
  summary: 'Say what the columns of an import are and check every row, without writing a record',
  input: z.object({
    importId: z.uuid('Choose an import.'),
    columns: z.array(z.string().max(100).nullable()).max(300),
    /** How `3/4/2024` is meant; left out, the cells themselves decide. */
    dayOrder: z.enum(['dmy', 'mdy']).optional(),
  }),
  allow: { staff: 'imports.write' },
  run: async ({ input: { importId, columns, dayOrder }, ctx: { req, actor } }) => {
    const locked = await lockImport({ req, importId })
    if (!locked.ok) return locked
    const { head, kind } = locked.value
    if (!canBeMapped(head.state))
      return refuseState({
        code: 'import-under-way',
        message: 'The columns cannot be changed any more. Take the import back and begin anew.',
      })
    const { fields } = await fieldsForImport({ req, kind })
    const problems = columnProblems({ columns, headers: head.headers, fields })
    if (Object.keys(problems).length > 0) return refuseInput(problems)
    if (columns.every((column) => column === null))
      return refuseInput({ columns: 'Say for at least one column what it is.' })
    const moved = await moveRecord({
      req,
      collection: 'imports',
      id: importId,
      to: 'checking',
      data: {
        columns,
        dayOrder: dayOrder ?? (await guessedDayOrder({ req, importId, columns, fields })),
        checkedCount: 0,
        ...(actor.kind === 'staff' ? { startedBy: actor.id } : {}),
      },
      what: 'import',
    })
    if (!moved.ok) return moved
    await enqueue({ req, queue: 'check-import', data: { importId } })
    return ok({ importId })
  },
})

const guessedDayOrder = async ({
  req,
  importId,
  columns,
  fields,
}: {
  req: PayloadRequest
  importId: string
  columns: readonly (string | null)[]
  fields: readonly ImportField[]
}): Promise<DayOrder> => {
  const days = new Set(
    fields.filter(({ type }) => type === 'day' || type === 'instant').map(({ key }) => key),
  )
  const at = columns.flatMap((key, index) => (key !== null && days.has(key) ? [index] : []))
  const actor = actorOf(req)
  const usual = actor.kind === 'staff' && actor.locale === 'en-US' ? 'mdy' : 'dmy'
  if (at.length === 0) return usual
  const rows = await sqlOf(req).rows({
    schema: z.object({ raw: z.array(z.string()) }),
    text: `select raw from import_rows where import_id = $1 and raw is not null
      order by no limit 2000`,
    values: [importId],
  })
  return dayOrderOf({
    cells: rows.flatMap(({ raw }) => at.map((index) => raw[index] ?? '')),
    usual,
  })
}
