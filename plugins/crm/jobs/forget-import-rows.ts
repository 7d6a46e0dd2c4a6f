import { z } from 'zod'

import { defineJob } from '#plugins/kernel'

/** After so many days the cells of a table are not kept any longer; what it became is. */
const daysKept = 30

/** Empties the cells of imports that ended a month ago, and of those nobody went on with. */
export const forgetImportRowsJob = defineJob({
  name: 'forget-import-rows',
  input: z.object({}),
  leaseSeconds: 600,
  retryLimit: 3,
  retryDelaySeconds: 60,
  cron: '41 3 * * *',
  run: async ({ attempt }) => {
    for (;;) {
      const isMore = await attempt.transaction(async ({ sql }) => {
        const next = await sql.first({
          schema: z.object({ id: z.string() }),
          text: `select id::text from imports where forgotten_at is null
              and state::text not in ('checking', 'running', 'taking_back')
              and updated_at < now() - make_interval(days => $1)
            order by id limit 1 for update skip locked`,
          values: [daysKept],
        })
        if (!next) return false
        // Rows that never became a record go; of the others it stays which record they became.
        await sql.run({
          text: 'delete from import_rows where import_id = $1 and record_id is null',
          values: [next.id],
        })
        await sql.run({
          text: `update import_rows set raw = null, draft = null, keys = null, problems = null
            where import_id = $1`,
          values: [next.id],
        })
        await sql.run({
          text: 'delete from import_files where import_id = $1 and document_id is null',
          values: [next.id],
        })
        await sql.run({
          text: 'update import_files set path = null, bytes = null where import_id = $1',
          values: [next.id],
        })
        await sql.run({
          text: 'update imports set forgotten_at = now() where id = $1',
          values: [next.id],
        })
        return true
      })
      if (!isMore) return
    }
  },
})
