import { defineWorkflow } from '#plugins/kernel/domain'

export type OpeningState = 'open' | 'reserved' | 'filled' | 'cancelled'

/** One seat of an order. Filled by a placement and by nothing else. */
export const openingWorkflow = defineWorkflow<OpeningState>({
  name: 'Opening',
  collection: 'openings',
  initial: 'open',
  states: {
    open: {
      label: 'Open',
      tone: 'info',
      next: {
        reserved: { event: 'opening.reserved' },
        filled: { event: 'opening.filled' },
        cancelled: { event: 'opening.cancelled', needsReason: true },
      },
    },
    reserved: {
      label: 'Reserved',
      tone: 'warn',
      next: {
        open: { event: 'opening.released', needsReason: true },
        filled: { event: 'opening.filled' },
        cancelled: { event: 'opening.cancelled', needsReason: true },
      },
    },
    filled: {
      label: 'Filled',
      tone: 'good',
      next: { open: { event: 'opening.reopened', needsReason: true } },
    },
    cancelled: { label: 'Cancelled', tone: 'neutral', next: {} },
  },
})

/** Kept for somebody who was chosen, until it is filled or released. */
export const isReserved = (state: string): boolean => state === 'reserved'
