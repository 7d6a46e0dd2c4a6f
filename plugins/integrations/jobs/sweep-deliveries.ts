import { z } from 'zod'

import { defineJob } from '#plugins/kernel'

/** The logs of messages out and in are kept for 30 days; by then no signature counts any more. */
export const sweepDeliveriesJob = defineJob({
  name: 'sweep-deliveries',
  input: z.object({}),
  leaseSeconds: 300,
  retryLimit: 2,
  retryDelaySeconds: 60,
  cron: '41 3 * * *',
  run: async ({ attempt }) => {
    await attempt.transaction(async ({ sql }) => {
      await sql.run({
        text: `delete from webhook_deliveries where state <> 'pending'
          and created_at < now() - interval '30 days'`,
      })
      await sql.run({
        text: `delete from incoming_deliveries where created_at < now() - interval '30 days'`,
      })
    })
  },
})
