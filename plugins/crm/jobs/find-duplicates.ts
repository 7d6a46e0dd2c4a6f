import { z } from 'zod'

import { defineJob } from '#plugins/kernel'
import { keepDuplicates } from '../commands/keep-duplicates'

const perStep = 200
/** So many steps in a run; the rest is done by the next. */
const mostSteps = 100

/**
 * Looks for pairs of candidates who may be one person, among those who are new or changed since they
 * were last compared. What a transaction wrote that lasted longer than the look back is compared when
 * somebody opens the candidate.
 */
export const findDuplicatesJob = defineJob({
  name: 'find-duplicates',
  input: z.object({}).loose(),
  leaseSeconds: 900,
  retryLimit: 2,
  retryDelaySeconds: 60,
  cron: '*/3 * * * *',
  run: async ({ attempt }) => {
    for (let step = 0; step < mostSteps; step += 1) {
      const isMore = await attempt.transaction(async ({ sql }) => {
        const due = await sql.rows({
          schema: z.object({ id: z.string() }),
          text: `with last as (
              select coalesce(max(changed_at), '-infinity') - interval '10 minutes' as seen
              from candidate_duplicate_keys
            )
            select c.id::text from candidates c, last
            where c.updated_at >= last.seen
              and not exists (select from candidate_duplicate_keys k
                where k.candidate_id = c.id and k.changed_at = c.updated_at)
              and c.deleted_at is null and c.state not in ('merged', 'anonymised')
            order by c.updated_at limit ${perStep}`,
        })
        if (due.length > 0) await keepDuplicates({ sql, ids: due.map(({ id }) => id) })
        return due.length === perStep
      })
      if (!isMore) return
    }
  },
})
