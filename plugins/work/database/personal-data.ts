import type { PersonalTable } from '#plugins/kernel/domain'

/**
 * Mails to a person go as a whole; mails to others no longer name them. Tasks stay, because a colleague
 * did them, and say no longer for whom.
 */
export const personalData: readonly PersonalTable[] = [
  { table: 'clock_times', dataClass: 'agency', plain: ['kind'] },
  {
    table: 'clocks',
    dataClass: 'recruiting',
    plain: [
      'title',
      'kind',
      'about_kind',
      'about_id',
      'order_id',
      'client_id',
      'start_key',
      'pauses',
    ],
  },
  {
    table: 'tasks',
    dataClass: 'recruiting',
    of: {
      candidate: "t.about_kind = 'candidate' and t.about_id = given.person::text",
      'client-contact': "t.about_kind = 'client-contact' and t.about_id = given.person::text",
    },
    mentions: { title: 'Erased', note: null, waiting_note: null },
    plain: ['about_kind', 'about_id', 'source_key'],
    withheld: ['note'],
  },
  {
    table: 'notes',
    dataClass: 'recruiting',
    of: {
      candidate: `t.about_kind = 'candidate' and t.about_id = given.person::text`,
      'client-contact': `t.about_kind = 'client-contact' and t.about_id = given.person::text`,
    },
    mentions: { text: null, author_name: null },
    plain: ['about_kind', 'about_id'],
  },
  { table: 'notes_rels', dataClass: 'recruiting' },
  {
    table: 'outbound_mails',
    dataClass: 'mail',
    of: {
      candidate: 'lower(t."to") = any(given.known)',
      'client-contact': 'lower(t."to") = any(given.known)',
    },
    isDeleted: true,
    expires: 'deleted',
    plain: [
      'dedupe_key',
      'links',
      'attachments',
      'message_kind',
      'thread',
      'person_kind',
      'person_id',
      'client_id',
      'order_id',
      'mailing',
      'references',
      'reply_to',
    ],
    mentions: {
      to: 'erased',
      to_name: null,
      subject: 'Erased',
      content: '{}',
      merged: null,
      server_answer: null,
    },
    withheld: ['links', 'dedupe_key'],
  },
  {
    // That an address wants no mailings is kept as long as the address is known; an erasure takes both.
    table: 'mail_addresses',
    dataClass: 'mail',
    of: {
      candidate: 't.address = any(given.known)',
      'client-contact': 't.address = any(given.known)',
    },
    isDeleted: true,
    erased: { address: 'erased' },
    mentions: { bounce_reason: null },
  },
  {
    table: 'message_templates',
    dataClass: 'agency',
    plain: ['kind', 'subject', 'opening', 'ending', 'button'],
  },
]
