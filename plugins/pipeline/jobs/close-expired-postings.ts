import { z } from 'zod'

import { defineJob, lockRecord } from '#plugins/kernel'
import { closePosting } from '../commands/close-postings'

/**
 * Closes postings whose last day is over at the place of work, or whose order lies in the trash. The
 * site leaves them out already; this tells everybody else.
 */
export const closeExpiredPostingsJob = defineJob({
  name: 'close-expired-postings',
  input: z.object({}).loose(),
  leaseSeconds: 300,
  retryLimit: 3,
  retryDelaySeconds: 30,
  cron: '5 * * * *',
  run: async ({ attempt }) => {
    await attempt.transaction(async ({ req, sql }) => {
      const over = await sql.rows({
        schema: z.object({ id: z.string(), job_order_id: z.string() }),
        text: `select p.id, p.job_order_id from job_postings p
          join job_orders o on o.id = p.job_order_id
          left join work_locations l on l.id = o.work_location_id
          where p.state = 'published' and (o.deleted_at is not null or p.valid_through_on
            < to_char(now() at time zone coalesce(l.zone, 'UTC'), 'YYYY-MM-DD'))
          order by p.job_order_id, p.id limit 200`,
      })
      for (const { id, job_order_id: jobOrderId } of over) {
        await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
        // Somebody closed it between the look and the lock: then there is nothing to do.
        await closePosting({ req, jobOrderId, id })
      }
    })
  },
})
