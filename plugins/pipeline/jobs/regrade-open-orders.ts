import { z } from 'zod'

import { defineJob, lockRecord, type Attempt } from '#plugins/kernel'
import { clearOverride } from '../commands/end-grade-override'
import { gradeOrder } from '../commands/grade-order'
import { statesOf } from '#plugins/kernel/domain'
import { isWorkedOn, jobOrderWorkflow } from '../domain/job-order-workflow'

/** So many orders in one transaction: their rows stay locked until it ends. */
const atOnce = 20
/** So many in one run; the others follow in the next. */
const most = 400

/**
 * What no event tells: a manager’s grade that ran out, a start date that came nearer, an order on which
 * nothing happens. Each open order is graded anew once a day.
 */
export const regradeOpenOrdersJob = defineJob({
  name: 'regrade-open-orders',
  input: z.object({}).loose(),
  leaseSeconds: 900,
  retryLimit: 2,
  retryDelaySeconds: 60,
  cron: '25 * * * *',
  run: async ({ attempt }) => {
    await eachOf({
      attempt,
      text: `select id from job_orders where override_grade is not null and override_until <= now()
        order by id limit $1`,
      values: [],
      run: async ({ req, id }) => {
        await lockRecord({ req, collection: 'job-orders', id })
        await clearOverride({ req, jobOrderId: id })
      },
    })
    await eachOf({
      attempt,
      text: `select id from job_orders where deleted_at is null
          and (state = any($2) or (state in ('qualifying', 'on_hold') and grade is not null))
          and (graded_at is null or graded_at < now() - interval '20 hours')
        order by graded_at nulls first, id limit $1`,
      values: [statesOf(jobOrderWorkflow).filter(isWorkedOn)],
      run: async ({ req, id }) => {
        await gradeOrder({ req, jobOrderId: id, trigger: null })
      },
    })
  },
})

type Work = Parameters<Parameters<Attempt['transaction']>[0]>[0]

/** Each is no longer asked for once it was done, so a run that is cut off goes on where it stopped. */
const eachOf = async ({
  attempt,
  text,
  values,
  run,
}: {
  attempt: Attempt
  text: string
  values: readonly unknown[]
  run: (work: { req: Work['req']; id: string }) => Promise<void>
}): Promise<void> => {
  for (let done = 0; done < most; done += atOnce) {
    const found = await attempt.transaction(async ({ req, sql }) => {
      const rows = await sql.rows({
        schema: z.object({ id: z.string() }),
        text,
        values: [atOnce, ...values],
      })
      for (const { id } of rows) await run({ req, id })
      return rows.length
    })
    if (found < atOnce) return
  }
}
