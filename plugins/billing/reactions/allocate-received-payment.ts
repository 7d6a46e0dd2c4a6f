import { defineReaction } from '#plugins/kernel'
import { lockReceivedPayment } from '#plugins/payments'
import { allocateToInvoice } from '../commands/allocate-to-invoice'

/** Money that names an invoice settles it; what does not fit stays on the payment for the clerk. */
export const allocateReceivedPayment = defineReaction({
  name: 'allocate-received-payment',
  on: ['payment.succeeded'],
  run: async ({ event, payload, req }) => {
    const paymentId = event.subject.id
    const subject = await subjectOf({ req, paymentId })
    if (subject?.kind !== 'invoice') return
    const done = await allocateToInvoice({ req, invoiceId: subject.id, paymentId })
    if (!done.ok)
      payload.logger.warn({
        msg: 'A payment stays unallocated',
        payment: paymentId,
        code: done.failure.code,
      })
  },
})

/** Read without a lock: the invoice is locked first, as everywhere. */
const subjectOf = async ({ req, paymentId }: Parameters<typeof lockReceivedPayment>[0]) => {
  const payment = await req.payload.findByID({
    collection: 'payments',
    id: paymentId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return payment?.subjectKind && payment.subjectId
    ? { kind: payment.subjectKind, id: payment.subjectId }
    : null
}
