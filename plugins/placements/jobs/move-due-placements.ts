import { z } from 'zod'

import { defineJob, lockRecord } from '#plugins/kernel'
import { followTerms, placesDue } from '../commands/follow-terms'

/** Moves, every hour, the placements whose terms name another place of work from today on. */
export const moveDuePlacements = defineJob({
  name: 'move-due-placements',
  input: z.object({}),
  leaseSeconds: 300,
  retryLimit: 3,
  retryDelaySeconds: 60,
  cron: '10 * * * *',
  run: async ({ attempt }) => {
    const rows = await attempt.transaction(
      async ({ sql }) =>
        await sql.rows({
          schema: z.object({ id: z.string() }),
          text: `${placesDue} order by p.id`,
        }),
    )
    for (const { id } of rows)
      await attempt.transaction(async ({ req }) => {
        const placement = await lockRecord({ req, collection: 'placements', id })
        if (placement) await followTerms({ req, placement })
      })
  },
})
