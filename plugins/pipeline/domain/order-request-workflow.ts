import { defineWorkflow } from '#plugins/kernel/domain'

export type OrderRequestState = 'received' | 'needs_info' | 'declined' | 'converted'

/** A client's wish for staff, from arriving to becoming an order or a polite no. */
export const orderRequestWorkflow = defineWorkflow<OrderRequestState>({
  name: 'Order request',
  collection: 'order-requests',
  initial: 'received',
  states: {
    received: {
      label: 'Received',
      tone: 'info',
      next: {
        needs_info: { event: 'order-request.questioned', needsReason: true },
        declined: { event: 'order-request.declined', needsReason: true },
        converted: { event: 'order-request.converted', needs: ['jobOrder', 'client', 'contact'] },
      },
    },
    needs_info: {
      label: 'Needs information',
      tone: 'warn',
      next: {
        received: { event: 'order-request.answered' },
        declined: { event: 'order-request.declined', needsReason: true },
        converted: { event: 'order-request.converted', needs: ['jobOrder', 'client', 'contact'] },
      },
    },
    declined: { label: 'Declined', tone: 'bad', next: {} },
    converted: { label: 'Converted', tone: 'good', next: {} },
  },
})
