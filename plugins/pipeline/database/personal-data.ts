import type { PersonalTable } from '#plugins/kernel/domain'

const candidate = 't.candidate_id = given.person'

/** Applications and what was said about them: counts stay for statistics, words go. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'order_requests',
    dataClass: 'recruiting',
    of: { 'client-contact': 't.contact_id = given.person' },
    plain: ['company', 'job_title', 'site', 'request_key'],
    mentions: {
      contact_name: 'Erased person',
      email: 'erased',
      phone: null,
      work_location: 'Erased',
      notes: null,
      question: null,
      answer: null,
      decline_reason: null,
    },
  },
  {
    table: 'job_orders',
    dataClass: 'recruiting',
    plain: ['title'],
    mentions: { description: null, screening_question: null, close_reason: null },
  },
  { table: 'job_orders_texts', dataClass: 'recruiting', plain: ['text'] },
  {
    table: 'job_postings',
    dataClass: 'recruiting',
    plain: [
      'title',
      'place',
      'city',
      'region',
      'country',
      'postal_code',
      'site',
      'site_name',
      'slug',
    ],
    mentions: { description: 'Erased' },
  },
  { table: 'openings', dataClass: 'recruiting', mentions: { close_reason: null } },
  { table: 'stages', dataClass: 'agency', plain: ['name', 'colour'] },
  {
    table: 'submissions',
    dataClass: 'recruiting',
    of: { candidate },
    mentions: { answer: null, reject_note: null },
    withheld: ['reject_note'],
  },
  {
    table: 'shortlists',
    dataClass: 'recruiting',
    of: { 'client-contact': 't.contact_id = given.person' },
    mentions: { message: null },
  },
  {
    table: 'shortlist_items',
    dataClass: 'recruiting',
    of: { candidate },
    mentions: { comment: null, decided_by_name: null },
    withheld: ['comment', 'decided_by_name'],
  },
  {
    table: 'interviews',
    dataClass: 'recruiting',
    of: { candidate, 'client-contact': 't.contact_id = given.person' },
    plain: ['uid'],
    mentions: { place: null, note: null, answer_note: null, outcome: null },
    withheld: ['outcome'],
  },
  {
    table: 'offers',
    dataClass: 'recruiting',
    of: { candidate },
    mentions: { message: null, decline_reason: null },
  },
]
