import { z } from 'zod'

import { defineJob } from '#plugins/kernel'
import { settleKeeping } from '../commands/settle-keeping'
import { keepingSettings } from '../queries/keeping-facts'

const perStep = 500

/**
 * Each night, as the day turns in UTC: asks whose time comes to its end, and takes those whose ground has
 * ended out of searches and lists. Walks by id in steps that each commit, so that a killed worker goes on.
 */
export const settleKeepingJob = defineJob({
  name: 'settle-keeping',
  input: z.object({}).loose(),
  leaseSeconds: 3_600,
  retryLimit: 2,
  retryDelaySeconds: 300,
  cron: '5 0 * * *',
  run: async ({ attempt }) => {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const last = await attempt.transaction(async ({ req, sql }) => {
        const { consentMonths, interestMonths, askDays } = await keepingSettings(req)
        const shortest = Math.min(consentMonths ?? Infinity, interestMonths ?? Infinity)
        // Whoever is younger than the shortest ground has nothing that could end.
        const due = await sql.rows({
          schema: z.object({ id: z.string() }),
          text: `select c.id from candidates c
            where c.id > $1::uuid and c.deleted_at is null
              and c.state not in ('merged', 'anonymised')
              and (c.unusable_since is not null or c.keep_until_on is not null
                or c.keep_refused_at is not null
                or c.created_at < now() - make_interval(months => $2::integer) + make_interval(days => $3))
            order by c.id limit ${perStep}`,
          values: [after, Number.isFinite(shortest) ? shortest : 12 * 1_000, askDays],
        })
        await settleKeeping({ req, ids: due.map(({ id }) => id), mayAsk: true })
        return due.length === perStep ? (due.at(-1)?.id ?? null) : null
      })
      if (last === null) return
      after = last
    }
  },
})
