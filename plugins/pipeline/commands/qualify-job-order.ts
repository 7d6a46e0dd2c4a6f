import { z } from 'zod'

import { defineCommand, moveRecord, databaseNow } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { gradeOrder } from './grade-order'

export const qualifyJobOrder = defineCommand({
  name: 'qualify-job-order',
  summary: 'Take an order into qualification and grade it',
  input: z.object({ jobOrderId: chosen('a job order') }),
  allow: { staff: 'orders.write' },
  run: async ({ input: { jobOrderId }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'job-orders',
      id: jobOrderId,
      to: 'qualifying',
      data: { qualifiedAt: await databaseNow(req), closeReason: null },
      what: 'job order',
    })
    if (!moved.ok) return moved
    const graded = await gradeOrder({ req, jobOrderId, trigger: 'qualified', isAlwaysKept: true })
    return ok({ jobOrderId, state: moved.value.state, grade: graded?.grade ?? null })
  },
})
