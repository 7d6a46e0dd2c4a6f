import { z } from 'zod'

import { defineJob } from '#plugins/kernel'

/** What a merge wrote down for its undo goes when it cannot be undone any more. */
export const forgetMergeValuesJob = defineJob({
  name: 'forget-merge-values',
  input: z.object({}).loose(),
  leaseSeconds: 300,
  retryLimit: 3,
  retryDelaySeconds: 60,
  cron: '23 * * * *',
  run: async ({ attempt }) => {
    for (;;) {
      const isMore = await attempt.transaction(async ({ sql }) => {
        const over = await sql.rows({
          schema: z.object({ id: z.string() }),
          text: `select m.id::text from candidate_merges m
            where m.undo_until < now() and (m.values is not null
              or exists (select from candidate_merge_moves moved where moved.merge_id = m.id))
            order by m.id limit 50 for update skip locked`,
        })
        const ids = over.map(({ id }) => id)
        await sql.run({
          text: 'delete from candidate_merge_moves where merge_id = any($1::uuid[])',
          values: [ids],
        })
        await sql.run({
          text: 'update candidate_merges set values = null where id = any($1::uuid[])',
          values: [ids],
        })
        return ids.length > 0
      })
      if (!isMore) return
    }
  },
})
