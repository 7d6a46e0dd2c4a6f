import { z } from 'zod'

import { defineCommand, lockRecord, publish, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'

/** A refund or dispute was dealt with by hand: it no longer waits on the dashboard. */
export const closePaymentNotice = defineCommand({
  name: 'close-payment-notice',
  summary: 'Notes how a refund or dispute of a payment was dealt with, and takes it off the list.',
  input: z.object({
    paymentId: z.uuid('Choose a payment.'),
    reason: z.string().trim().min(3, 'Write what was done about it.').max(500),
  }),
  allow: { staff: 'payments.write' },
  run: async ({ input: { paymentId, reason }, ctx: { req } }) => {
    const payment = await lockRecord({ req, collection: 'payments', id: paymentId })
    if (!payment) return refuseMissing('payment')
    if (!payment.notice)
      return refuseState({ code: 'nothing-waits', message: 'Nothing waits on this payment.' })
    await sqlOf(req).run({
      text: `update payments set notice = null, noticed_at = null, updated_at = now() where id = $1`,
      values: [paymentId],
    })
    await sqlOf(req).run({
      text: `update webhook_events set state = 'processed', updated_at = now()
        where payment_id = $1 and state = 'needs_person'`,
      values: [paymentId],
    })
    await publish({
      req,
      event: { name: 'payment.notice-closed', subject: { kind: 'payment', id: paymentId }, reason },
    })
    return ok({ paymentId })
  },
})
