import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { isWorkedOn } from '../domain/job-order-workflow'
import { isLiveSubmission } from '../domain/submission-workflow'
import { holdOpening } from './hold-opening'
import { lockSubmission, orderStateOf } from './lock-submission'

export const reserveOpening = defineCommand({
  name: 'reserve-opening',
  summary: 'Keep an opening of an order for a candidate who was chosen',
  input: z.object({ submissionId: chosen('a candidate on this order') }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { submissionId }, ctx: { req } }) => {
    const locked = await lockSubmission({ req, id: submissionId })
    if (!locked.ok) return locked
    const { order, state } = locked.value
    if (!isWorkedOn(orderStateOf(order)))
      return refuseState({
        code: 'order-not-active',
        message: 'Openings are reserved on an active order: activate it first.',
      })
    if (!isLiveSubmission(state))
      return refuseState({
        code: 'submission-ended',
        message: 'This candidate is not in the running any more.',
      })
    const openingId = await holdOpening({ req, jobOrderId: order.id, submissionId })
    return openingId
      ? ok({ openingId, submissionId })
      : refuseState({
          code: 'no-opening-left',
          message: 'No opening of this order is open: release a reserved one, or add one.',
        })
  },
})
