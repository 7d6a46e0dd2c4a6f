import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, lockRecord, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { gradeOverride } from '../queries/grade-override'
import { gradeOrder } from './grade-order'

export const endGradeOverride = defineCommand({
  name: 'end-grade-override',
  summary: 'Take a manager’s grade back: the order is graded by its score again',
  input: z.object({ jobOrderId: chosen('a job order') }),
  allow: { staff: 'orders.override' },
  run: async ({ input: { jobOrderId }, ctx: { req } }) => {
    const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
    if (!order) return refuseMissing('job order')
    if (!(await gradeOverride({ req, jobOrderId })))
      return refuseState({
        code: 'not-overridden',
        message: 'No manager’s grade holds for this order.',
      })
    await clearOverride({ req, jobOrderId })
    return ok({ jobOrderId })
  },
})

/** The order is graded by its score again. Its row is locked by the caller. */
export const clearOverride = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<void> => {
  await sqlOf(req).run({
    text: 'update job_orders set override_grade = null, override_until = null where id = $1',
    values: [jobOrderId],
  })
  await gradeOrder({ req, jobOrderId, trigger: 'override_ended', isAlwaysKept: true })
}
