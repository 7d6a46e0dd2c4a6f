import { defineWorkflow } from '#plugins/kernel/domain'

export type ReadinessState = 'missing' | 'submitted' | 'verified' | 'waived'

const verify = { event: 'readiness-item.verified' }
const waive = { event: 'readiness-item.waived', needsReason: true }

/** One thing that must be there before the first day. */
export const readinessWorkflow = defineWorkflow<ReadinessState>({
  name: 'Readiness item',
  collection: 'readiness-items',
  initial: 'missing',
  states: {
    missing: {
      label: 'Missing',
      tone: 'warn',
      next: {
        submitted: { event: 'readiness-item.submitted' },
        verified: verify,
        waived: waive,
      },
    },
    submitted: {
      label: 'To be checked',
      tone: 'info',
      next: {
        verified: verify,
        waived: waive,
        missing: { event: 'readiness-item.sent-back', needsReason: true },
      },
    },
    verified: { label: 'Verified', tone: 'good', next: {} },
    waived: { label: 'Waived', tone: 'neutral', next: {} },
  },
})

/** States of an item that still stand between the worker and the first day. */
export const openReadinessStates: readonly ReadinessState[] = ['missing', 'submitted']
