import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { isAcceptable } from '../domain'

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
    const payment = await lockRecord({ req, collection: 'payments', id: paymentId })
    if (!payment) return refuseMissing('payment')
    if (
      decision === 'accept' &&
      payment.state === 'needs_review' &&
      !isAcceptable({ reviewReason: payment.reviewReason ?? null })
    )
      return refuseState({
        code: 'not-real-money',
        message:
          'This payment was made in another mode than it was asked in: test and real money are not mixed. Set it aside.',
      })
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
