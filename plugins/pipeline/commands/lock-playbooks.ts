import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/** All playbooks in the order in which they are tried; one change of that order at a time. */
export const lockPlaybooks = async (req: PayloadRequest): Promise<readonly string[]> => {
  const sql = sqlOf(req)
  await sql.run({ text: `select pg_advisory_xact_lock(hashtextextended('playbooks', 0))` })
  const rows = await sql.rows({
    schema: z.object({ id: z.string() }),
    text: 'select id from playbooks order by position, created_at, id',
  })
  return rows.map(({ id }) => id)
}
