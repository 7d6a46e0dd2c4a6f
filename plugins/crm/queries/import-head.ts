import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'

const headRow = z
  .object({
    id: z.string(),
    state: z.string(),
    kind: z.string(),
    columns: z.array(z.string().nullable()),
    headers: z.array(z.string()),
    day_order: z.enum(['dmy', 'mdy']),
    on_duplicate: z.enum(['skip', 'fill']),
    on_alike: z.enum(['skip', 'fill', 'new']),
    started_by_id: z.string().nullable(),
    row_count: wholeNumber,
    checked_count: wholeNumber,
  })
  .transform((row) => ({
    id: row.id,
    state: row.state,
    kind: row.kind,
    columns: row.columns,
    headers: row.headers,
    dayOrder: row.day_order,
    onDuplicate: row.on_duplicate,
    onAlike: row.on_alike,
    startedById: row.started_by_id,
    rowCount: row.row_count,
    /** The number of the last row that was checked; the line of headings is 1. */
    checkedUpTo: row.checked_count + 1,
  }))

export type ImportHead = z.output<typeof headRow>

/** What is to be done with an import, as it stands now. */
export const importHead = async ({
  req,
  importId,
  isLocked = false,
}: {
  req: PayloadRequest
  importId: string
  /** Until the end of the transaction nobody else works on it. */
  isLocked?: boolean
}): Promise<ImportHead | null> =>
  await sqlOf(req).first({
    schema: headRow,
    text: `select id, state::text, kind, columns, headers, day_order::text, on_duplicate::text,
        on_alike::text, started_by_id, row_count, checked_count
      from imports where id = $1 ${isLocked ? 'for update' : ''}`,
    values: [importId],
  })
