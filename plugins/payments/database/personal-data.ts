import type { PersonalTable } from '#plugins/kernel/domain'

/** Money that came in: facts of the ledger, and words of the payer that may name anybody. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'payments',
    dataClass: 'money',
    plain: ['provider_ref'],
    mentions: { reference: null, note: null, notice: null, review_reason: null },
  },
  {
    table: 'payment_attempts',
    dataClass: 'money',
    plain: ['provider', 'idempotency_key', 'session_id', 'url', 'booked_payment_ref'],
    mentions: { request: '{}', problem: null },
  },
  {
    table: 'webhook_events',
    dataClass: 'money',
    plain: ['provider', 'event_id', 'type', 'checkout_ref'],
    mentions: { problem: null, payload: '{}' },
  },
]
