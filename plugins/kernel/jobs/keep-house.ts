import { z } from 'zod'

import { defineJob } from './define-job'

/** Removes what has served its time and opens the months to come. */
export const keepHouseJob = defineJob({
  name: 'keep-house',
  input: z.object({}),
  leaseSeconds: 300,
  retryLimit: 3,
  retryDelaySeconds: 60,
  cron: '17 3 * * *',
  run: async ({ attempt }) => {
    await attempt.transaction(async ({ sql }) => {
      await sql.run({
        text: `delete from command_keys where claimed_at < now() - interval '2 days'`,
      })
      await sql.run({
        text: `delete from rate_limits where window_start < now() - interval '2 days'`,
      })
      await sql.run({
        text: `delete from worker_heartbeats where seen_at < now() - interval '1 hour'`,
      })
      await sql.run({ text: 'select ensure_event_partitions(12)' })
    })
  },
})
