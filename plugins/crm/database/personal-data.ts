import type { PersonalTable } from '#plugins/kernel/domain'

const candidate = 't.candidate_id = given.person'

/** Candidates, contacts and their papers: most of what the agency knows about people. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'candidates',
    dataClass: 'profiles',
    of: { candidate: 't.id = given.person' },
    name: { name: 'Erased person', first_name: 'Erased', last_name: 'person' },
    erased: {
      email: null,
      phone: null,
      city: null,
      region: null,
      country: null,
      headline: null,
      source: null,
      available_on: null,
      email_normalised: null,
      phone_e164: null,
      desired_pay_rate_e4: null,
    },
    identifies: ['name', 'email', 'phone', 'email_normalised', 'phone_e164'],
  },
  {
    table: 'candidates_texts',
    dataClass: 'profiles',
    of: { candidate: 't.parent_id = given.person' },
    isDeleted: true,
    erased: { text: null },
  },
  {
    table: 'client_contacts',
    dataClass: 'profiles',
    of: { 'client-contact': 't.id = given.person' },
    erased: {
      name: 'Erased person',
      first_name: 'Erased',
      last_name: 'person',
      email: null,
      phone: null,
      job_title: null,
      email_normalised: null,
      phone_e164: null,
    },
    identifies: ['name', 'email', 'phone', 'email_normalised', 'phone_e164'],
  },
  {
    table: 'client_corporations',
    dataClass: 'profiles',
    plain: [
      'name',
      'industry',
      'website',
      'phone',
      'billing_address_line1',
      'billing_address_line2',
      'billing_address_postal_code',
      'billing_address_city',
      'billing_address_region',
      'billing_address_country',
      'tax_id',
    ],
    mentions: { notes: null, email: null, billing_email: null },
  },
  {
    table: 'work_locations',
    dataClass: 'profiles',
    plain: ['name', 'line1', 'line2', 'postal_code', 'city', 'region', 'country', 'jurisdiction'],
  },
  { table: 'rate_cards', dataClass: 'profiles', plain: ['name', 'job_title'] },
  {
    table: 'consents',
    dataClass: 'audit',
    of: { candidate },
    // That somebody agreed, to which words and when, has to be shown even afterwards.
    plain: ['text', 'text_version', 'channel'],
  },
  { table: 'credential_types', dataClass: 'agency', plain: ['name', 'description'] },
  {
    table: 'credentials',
    dataClass: 'profiles',
    of: { candidate },
    erased: { number: null, issued_on: null, expires_on: null },
  },
  {
    table: 'documents',
    dataClass: 'profiles',
    of: { candidate },
    isDeleted: true,
    keptRows: `t.kind in ('invoice', 'assignment-letter')`,
    plain: ['url', 'thumbnail_u_r_l', 'filename', 'prefix', '_objectkey', 'scan_finding'],
    mentions: { title: null, text: null, text_problem: null },
    withheld: ['url', 'thumbnail_u_r_l'],
  },
  {
    table: 'legal_holds',
    dataClass: 'audit',
    of: { candidate, 'client-contact': 't.contact_id = given.person' },
    plain: ['placed_by_name', 'released_by_name'],
    mentions: { reason: 'Erased', release_reason: null },
    withheld: ['reason', 'release_reason'],
  },
  // What the product itself says to everybody.
  { table: 'legal_texts', dataClass: 'agency', plain: ['language', 'version', 'text'] },
  {
    table: 'data_archives',
    dataClass: 'audit',
    of: { candidate, 'client-contact': 't.contact_id = given.person' },
    plain: ['asked_by_name'],
    withheld: ['asked_by_name'],
  },
  { table: 'retention_rules', dataClass: 'agency', plain: ['name', 'basis'] },
  // By id alone: the list of whom to erase again.
  { table: 'erasures', dataClass: 'audit', plain: ['person_id', 'tables'] },
]
