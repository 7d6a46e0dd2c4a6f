import type { PersonalTable } from '#plugins/kernel/domain'

/** Mailings say the same to many; who read them goes with the person. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'letter_templates',
    dataClass: 'agency',
    plain: ['name', 'subject', 'text'],
  },
  {
    table: 'mailings',
    dataClass: 'mail',
    expires: 'emptied',
    mentions: { subject: 'Erased', text: 'Erased' },
  },
  {
    table: 'mailing_recipients',
    dataClass: 'mail',
    of: {
      candidate: "t.person_kind::text = 'candidate' and t.person_id = given.person::text",
      'client-contact':
        "t.person_kind::text = 'client-contact' and t.person_id = given.person::text",
    },
    isDeleted: true,
    expires: 'deleted',
    plain: ['person_id', 'left_out'],
  },
  {
    table: 'mailboxes',
    dataClass: 'agency',
    plain: [
      'name',
      'address',
      'host',
      'username',
      'secret',
      'folder',
      'uid_validity',
      'last_problem',
    ],
    withheld: ['secret'],
  },
  {
    table: 'incoming_mails',
    dataClass: 'mail',
    of: {
      candidate:
        "(t.person_kind = 'candidate' and t.person_id = given.person::text) or t.from_address = any(given.known)",
      'client-contact':
        "(t.person_kind = 'client-contact' and t.person_id = given.person::text) or t.from_address = any(given.known)",
    },
    isDeleted: true,
    expires: 'deleted',
    plain: [
      'message_key',
      'message_id',
      'references',
      'thread',
      'person_kind',
      'person_id',
      'client_id',
      'order_id',
    ],
    mentions: {
      subject: 'Erased',
      from_name: null,
      from_address: null,
      to_addresses: null,
      text: null,
      files: '[]',
    },
  },
]
