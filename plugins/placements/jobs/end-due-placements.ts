import { z } from 'zod'

import { defineJob, lockRecord, todayAt } from '#plugins/kernel'
import { finishPlacement } from '../commands/finish-placement'
import { lastDayOf } from '../domain/placement-days'
import { isWorking } from '../domain/placement-workflow'
import { zoneOfPlacement } from '../queries/zone-of-placement'

const due = `p.state in ('active', 'notice')
  and coalesce(p.notice_until_on, p.ends_on)
    < to_char(now() at time zone coalesce(w.zone, e.zone), 'YYYY-MM-DD')`

/** Ends, every hour, the placements whose last day is over where the work is. */
export const endDuePlacements = defineJob({
  name: 'end-due-placements',
  input: z.object({}),
  leaseSeconds: 300,
  retryLimit: 3,
  retryDelaySeconds: 60,
  cron: '20 * * * *',
  run: async ({ attempt }) => {
    const rows = await attempt.transaction(
      async ({ sql }) =>
        await sql.rows({
          schema: z.object({ id: z.string() }),
          text: `select p.id from placements p
            join legal_entities e on e.id = p.legal_entity_id
            left join work_locations w on w.id = p.work_location_id
            where ${due} order by p.id`,
        }),
    )
    for (const { id } of rows)
      await attempt.transaction(async ({ req }) => {
        const placement = await lockRecord({ req, collection: 'placements', id })
        const lastDayOn = placement && lastDayOf(placement)
        // Ended or given another last day by hand since it was listed.
        if (!placement || !lastDayOn || !isWorking(placement.state)) return
        if (lastDayOn >= (await todayAt({ req, zone: await zoneOfPlacement({ req, placement }) })))
          return
        const finished = await finishPlacement({
          req,
          placement,
          lastDayOn,
          reason: placement.endReason ? placement.endReason : 'The agreed end has come.',
        })
        if (!finished.ok)
          throw new Error(`The placement ${id} could not be ended: ${finished.failure.code}`)
      })
  },
})
