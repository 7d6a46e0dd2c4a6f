import type { PersonalTable } from '../domain/personal-data'

/** What the kernel's own tables, and Payload's, say about people. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'domain_events',
    dataClass: 'audit',
    plain: [
      'name',
      'subject_type',
      'person_type',
      'person_id',
      'client_id',
      'order_id',
      'actor_kind',
      'actor_id',
      'on_behalf_of',
      'from_state',
      'to_state',
      // Reasons and personal values stand apart: see domain_event_personal.
      'reason',
      'ball_in',
      'changes',
      'request_id',
      'command',
    ],
  },
  {
    table: 'domain_event_personal',
    dataClass: 'audit',
    of: {
      candidate: `t.event_id in (select id from domain_events where person_id = given.person::text
        or (subject_type = 'candidate' and subject_id = given.person::text))`,
      'client-contact': `t.event_id in (select id from domain_events where person_id = given.person::text
        or (subject_type = 'client-contact' and subject_id = given.person::text))`,
    },
    isDeleted: true,
    isSealed: true,
    expires: 'deleted',
    agedBy: '(select e.at from domain_events e where e.id = t.event_id)',
    mentions: { values: '{}' },
    plain: ['salt'],
    withheld: ['salt'],
  },
  {
    table: 'search_entries',
    dataClass: 'profiles',
    of: {
      candidate: `t.kind = 'candidate' and t.record_id = given.person`,
      'client-contact': `t.kind = 'client-contact' and t.record_id = given.person`,
    },
    // The words of other records follow those records by trigger.
    isDeleted: true,
    plain: ['kind'],
    erased: { words: '', folded: '' },
    withheld: ['words', 'folded'],
  },
  {
    table: 'event_seals',
    dataClass: 'audit',
    plain: ['row_hashes', 'personal_hashes', 'previous_hash', 'hash'],
  },
  {
    table: 'access_links',
    dataClass: 'audit',
    of: {
      candidate: `t.person_kind = 'candidate' and t.person_id = given.person::text`,
      'client-contact': `t.person_kind = 'client-contact' and t.person_id = given.person::text`,
    },
    isDeleted: true,
    plain: ['nonce', 'token_hash', 'purpose', 'person_kind', 'person_id'],
    withheld: ['nonce', 'token_hash'],
  },
  {
    table: 'command_keys',
    dataClass: 'audit',
    plain: ['id', 'body_hash'],
    mentions: { body: null },
  },
  {
    table: 'rate_limits',
    dataClass: 'audit',
    of: {
      candidate: 'lower(t.key) = any(given.known)',
      'client-contact': 'lower(t.key) = any(given.known)',
    },
    isDeleted: true,
    plain: ['bucket'],
    erased: { key: 'erased' },
  },
  {
    table: 'field_definitions',
    dataClass: 'agency',
    plain: [
      'applies_to',
      'key',
      'label',
      'help',
      'options',
      'person_kind',
      'required_in',
      'show_when',
      'read_permission',
      'write_permission',
    ],
  },
  {
    table: 'demo_rows',
    dataClass: 'agency',
    plain: ['table_name', 'row_key', 'fingerprint'],
  },
  { table: 'counters', dataClass: 'agency', plain: ['name'] },
  { table: 'worker_heartbeats', dataClass: 'agency', plain: ['worker_id'] },
  { table: 'payload_kv', dataClass: 'agency', plain: ['key', 'data'] },
  { table: 'payload_locked_documents', dataClass: 'agency', plain: ['global_slug'] },
  { table: 'payload_migrations', dataClass: 'agency', plain: ['name'] },
  // Filters of lists are kept here, and a filter may be for a name.
  { table: 'payload_preferences', dataClass: 'agency', plain: ['key'], mentions: { value: null } },
]
