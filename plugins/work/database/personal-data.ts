import type { PersonalTable } from '#plugins/kernel/domain'

/** Mails to a person go as a whole; mails to others no longer name them. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'outbound_mails',
    dataClass: 'mail',
    of: {
      candidate: 'lower(t."to") = any(given.known)',
      'client-contact': 'lower(t."to") = any(given.known)',
    },
    isDeleted: true,
    plain: ['dedupe_key', 'links', 'attachments'],
    mentions: {
      to: 'erased',
      to_name: null,
      subject: 'Erased',
      content: '{}',
      server_answer: null,
    },
    withheld: ['links', 'dedupe_key'],
  },
]
