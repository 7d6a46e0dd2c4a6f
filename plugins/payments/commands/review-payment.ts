import { z } from 'zod'

import { defineCommand, moveRecord } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'

/** What a person decides about money that did not come as asked. */
export const reviewPayment = defineCommand({
  name: 'review-payment',
  summary: 'Accepts a parked payment into the books, or sets it aside because it was given back.',
  input: z.object({
    paymentId: z.uuid('Choose a payment.'),
    decision: z.enum(['accept', 'reject'], 'Choose accept or reject.'),
    reason: z.string().trim().min(3, 'Write what was found out.').max(500),
  }),
  allow: { staff: 'payments.write' },
  run: async ({ input: { decision, paymentId, reason }, ctx: { req } }) => {
    const moved = await moveRecord({
      req,
      collection: 'payments',
      id: paymentId,
      to: decision === 'accept' ? 'succeeded' : 'failed',
      reason,
      what: 'payment',
    })
    return moved.ok ? ok({ paymentId, state: moved.value.state }) : moved
  },
})
