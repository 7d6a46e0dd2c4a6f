import { z } from 'zod'

import { defineJob, runCommand } from '#plugins/kernel'
import { workingStates } from '#plugins/placements/domain'
import { openTimesheet } from '../commands/open-timesheet'

/**
 * Opens, every hour, the sheet of the week that has begun where the work is, for each placement that
 * runs. One transaction per placement, so that one that cannot be opened holds up none.
 */
export const openTimesheets = defineJob({
  name: 'open-timesheets',
  input: z.object({}),
  leaseSeconds: 900,
  retryLimit: 3,
  retryDelaySeconds: 60,
  cron: '5 * * * *',
  run: async ({ attempt }) => {
    const placements = await attempt.transaction(
      async ({ sql }) =>
        await sql.rows({
          schema: z.object({ id: z.string(), today: z.string() }),
          text: `select * from (
              select p.id, p.starts_on, p.actual_start_on,
                to_char(now() at time zone coalesce(w.zone, e.zone), 'YYYY-MM-DD') as today
              from placements p
              join legal_entities e on e.id = p.legal_entity_id
              left join work_locations w on w.id = p.work_location_id
              where p.state = any($1) and p.employment_type <> 'permanent') running
            where coalesce(actual_start_on, starts_on) <= today
              and not exists (select 1 from timesheets s
                where s.placement_id = running.id and today between s.week_starts_on and s.week_ends_on)
            order by id`,
          values: [[...workingStates]],
        }),
    )
    for (const { id, today } of placements)
      await attempt.transaction(async ({ req, payload }) => {
        const opened = await runCommand({
          command: openTimesheet,
          req,
          input: { placementId: id, weekStartsOn: today },
        })
        if (!opened.ok)
          payload.logger.warn({
            msg: 'A timesheet could not be opened',
            placement: id,
            code: opened.failure.code,
          })
      })
  },
})
