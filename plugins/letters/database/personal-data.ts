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
]
