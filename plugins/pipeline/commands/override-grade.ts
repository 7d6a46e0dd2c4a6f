import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, lockRecord, sqlOf, wholeNumber } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'
import { chosen, reasonText } from '../domain/inputs'
import { closedOrderStates, isClosedOrder } from '../domain/job-order-workflow'
import { mostOverrides } from '../domain/override-limit'
import { grades } from '../domain/qualification-choices'
import { gradeOrder } from './grade-order'
import { orderStateOf } from './lock-submission'

export const overrideGrade = defineCommand({
  name: 'override-grade',
  summary: 'Decide the grade of an order as a manager, with a reason and for at most 14 days',
  input: z.object({
    jobOrderId: chosen('a job order'),
    grade: z.enum(grades, 'Choose a grade.'),
    reason: reasonText,
    days: z
      .number('Enter for how many days it holds.')
      .int('Enter whole days.')
      .min(1, 'At least one day.')
      .max(14, 'At most 14 days.'),
  }),
  allow: { staff: 'orders.override' },
  run: async ({ input: { jobOrderId, grade, reason, days }, ctx: { req, sql } }) => {
    const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    if (!order) return refuseMissing('job order')
    if (isClosedOrder(orderStateOf(order)))
      return refuseState({ code: 'order-closed', message: 'This order is closed.' })
    const room = await judgeRoom({ req, jobOrderId })
    if (!room.ok) return room
    await sql.run({
      text: `update job_orders set override_grade = $2, override_until = now() + make_interval(days => $3)
        where id = $1`,
      values: [jobOrderId, grade, days],
    })
    const graded = await gradeOrder({
      req,
      jobOrderId,
      trigger: 'override',
      reason,
      isAlwaysKept: true,
    })
    return graded ? ok({ jobOrderId, ...graded }) : refuseMissing('job order')
  },
})

/** At most a tenth of the open orders are decided by managers, counted by one of them at a time. */
const judgeRoom = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<Result<null>> => {
  const sql = sqlOf(req)
  await sql.run({ text: `select pg_advisory_xact_lock(hashtext('grade overrides'))` })
  const row = await sql.first({
    schema: z.object({ open: wholeNumber, held: wholeNumber }),
    text: `select count(*) as open,
        count(*) filter (where override_grade is not null and override_until > now() and id <> $1) as held
      from job_orders where deleted_at is null and not state = any($2)`,
    values: [jobOrderId, closedOrderStates],
  })
  const most = mostOverrides(row?.open ?? 0)
  return row && row.held < most
    ? ok(null)
    : refuseState({
        code: 'too-many-overrides',
        message: `Managers decide at most a tenth of the open orders: ${most} of ${row?.open ?? 0}. Let another one end first.`,
      })
}
