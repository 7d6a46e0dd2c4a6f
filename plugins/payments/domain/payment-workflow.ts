import { defineWorkflow } from '#plugins/kernel/domain'

export type PaymentState = 'pending' | 'processing' | 'succeeded' | 'failed' | 'needs_review'

/**
 * The life of money that was sent to us. A failed payment can still succeed, since a payer may try
 * another card on the same page; money that has arrived never un-arrives: giving it back is a refund.
 */
export const paymentWorkflow = defineWorkflow<PaymentState>({
  name: 'Payment',
  collection: 'payments',
  initial: 'pending',
  states: {
    pending: {
      label: 'Pending',
      tone: 'neutral',
      next: {
        processing: { event: 'payment.processing' },
        succeeded: { event: 'payment.succeeded' },
        failed: { event: 'payment.failed' },
        needs_review: { event: 'payment.parked', needs: ['reviewReason'] },
      },
    },
    processing: {
      label: 'On its way',
      tone: 'info',
      next: {
        succeeded: { event: 'payment.succeeded' },
        failed: { event: 'payment.failed' },
        needs_review: { event: 'payment.parked', needs: ['reviewReason'] },
      },
    },
    failed: {
      label: 'Failed',
      tone: 'bad',
      next: {
        succeeded: { event: 'payment.succeeded' },
        needs_review: { event: 'payment.parked', needs: ['reviewReason'] },
      },
    },
    needs_review: {
      label: 'Needs review',
      tone: 'warn',
      next: {
        succeeded: { event: 'payment.succeeded', needsReason: true },
        failed: { event: 'payment.failed', needsReason: true },
      },
    },
    succeeded: { label: 'Received', tone: 'good', next: {} },
  },
})

/** The money is here. */
export const isReceived = (state: string): boolean => state === 'succeeded'
