import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { refuseState } from '#plugins/kernel/domain'
import { allocateToInvoice } from './allocate-to-invoice'

/** For what a payer sent beyond an invoice, or without saying for which. */
export const allocatePayment = defineCommand({
  name: 'allocate-payment',
  summary: 'Settles an invoice from what is left of a payment.',
  input: z.object({
    paymentId: z.uuid('Choose a payment.'),
    invoiceId: z.uuid('Choose an invoice.'),
  }),
  allow: { staff: 'payments.write' },
  run: async ({ input: { invoiceId, paymentId }, ctx: { req } }) => {
    const done = await allocateToInvoice({ req, invoiceId, paymentId })
    if (!done.ok || done.value.allocatedMinor > 0) return done
    return refuseState({
      code: 'nothing-to-allocate',
      message: 'The invoice is settled, or nothing is left of the payment.',
    })
  },
})
