import type { PersonalTable } from '#plugins/kernel/domain'

/** Keys of programs: who made them is a colleague, and a name may say anything. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'api_keys',
    dataClass: 'agency',
    plain: ['prefix', 'secret_hash', 'previous_hash', 'scopes', 'last_used_from'],
    mentions: { name: 'Erased' },
    withheld: ['secret_hash', 'previous_hash'],
  },
  { table: 'api_keys_texts', dataClass: 'agency', plain: ['text'] },
  {
    table: 'webhook_endpoints',
    dataClass: 'agency',
    plain: ['url', 'scopes', 'sealed_secret', 'previous_secret'],
    mentions: { name: 'Erased' },
    withheld: ['sealed_secret', 'previous_secret'],
  },
  { table: 'webhook_endpoints_texts', dataClass: 'agency', plain: ['text'] },
  {
    table: 'webhook_deliveries',
    dataClass: 'audit',
    plain: ['event_name', 'event_id', 'message_id', 'problem'],
    mentions: { request_excerpt: null, response_excerpt: null },
  },
  {
    table: 'incoming_endpoints',
    dataClass: 'agency',
    plain: ['public_id', 'sealed_secret', 'previous_secret', 'last_problem'],
    mentions: { name: 'Erased' },
    withheld: ['sealed_secret', 'previous_secret'],
  },
  {
    table: 'incoming_deliveries',
    dataClass: 'audit',
    plain: ['delivery_id', 'field_names', 'record_kind', 'record_id'],
    mentions: { answer: null },
  },
]
