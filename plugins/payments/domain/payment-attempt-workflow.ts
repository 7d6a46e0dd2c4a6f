import { defineWorkflow } from '#plugins/kernel/domain'
import type { AttemptState } from './settlement'

/** As stored; `creating` is the settlement's `pending`: written down, the provider not yet asked. */
export type StoredAttemptState = 'creating' | Exclude<AttemptState, 'pending'>

/**
 * The life of one try to have something paid online. It only moves forward, as facts of the provider
 * may come twice and in any order.
 */
export const paymentAttemptWorkflow = defineWorkflow<StoredAttemptState>({
  name: 'Payment attempt',
  collection: 'payment-attempts',
  initial: 'creating',
  states: {
    creating: {
      label: 'Being prepared',
      tone: 'neutral',
      next: {
        open: { event: 'payment-attempt.opened' },
        processing: { event: 'payment-attempt.processing' },
        expired: { event: 'payment-attempt.expired' },
        failed: { event: 'payment-attempt.failed' },
        paid: { event: 'payment-attempt.paid' },
      },
    },
    open: {
      label: 'Open',
      tone: 'info',
      next: {
        processing: { event: 'payment-attempt.processing' },
        expired: { event: 'payment-attempt.expired' },
        failed: { event: 'payment-attempt.failed' },
        paid: { event: 'payment-attempt.paid' },
      },
    },
    processing: {
      label: 'Money on its way',
      tone: 'info',
      next: {
        expired: { event: 'payment-attempt.expired' },
        failed: { event: 'payment-attempt.failed' },
        paid: { event: 'payment-attempt.paid' },
      },
    },
    expired: {
      label: 'Expired',
      tone: 'neutral',
      next: {
        failed: { event: 'payment-attempt.failed' },
        paid: { event: 'payment-attempt.paid' },
      },
    },
    failed: {
      label: 'Failed',
      tone: 'bad',
      next: { paid: { event: 'payment-attempt.paid' } },
    },
    paid: { label: 'Paid', tone: 'good', next: {} },
  },
})

/** The stored state in the words of the settlement. */
export const attemptStateFrom = (state: StoredAttemptState): AttemptState =>
  state === 'creating' ? 'pending' : state
