import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseState } from '#plugins/kernel/domain'
import { chosen, optionalText } from '../domain/inputs'
import { gradeOrder } from './grade-order'

export const regradeJobOrder = defineCommand({
  name: 'regrade-job-order',
  summary: 'Grade an order by what is known now; the grade before is kept',
  input: z.object({ jobOrderId: chosen('a job order'), reason: optionalText(2_000) }),
  allow: { staff: 'orders.write' },
  run: async ({ input: { jobOrderId, reason }, ctx: { req } }) => {
    const graded = await gradeOrder({
      req,
      jobOrderId,
      trigger: 'asked',
      reason,
      isAlwaysKept: true,
    })
    if (!graded)
      return refuseState({
        code: 'not-open',
        message: 'There is no such order, or it is over and keeps its grade.',
      })
    return ok({ jobOrderId, ...graded })
  },
})
