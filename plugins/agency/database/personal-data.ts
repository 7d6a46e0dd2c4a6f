import type { PersonalTable } from '#plugins/kernel/domain'

/** The agency's own people and settings; the logins of outside people go with them. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'users',
    dataClass: 'agency',
    // Who did what must stay readable: colleagues are disabled, not erased.
    kept: ['name', 'phone', 'job_title', 'email', 'reset_password_token', 'salt', 'hash'],
    withheld: ['reset_password_token', 'salt', 'hash'],
  },
  { table: 'users_sessions', dataClass: 'agency', plain: ['id'] },
  { table: 'roles', dataClass: 'agency', plain: ['name', 'key', 'description', 'permissions'] },
  {
    table: 'portal_accounts',
    dataClass: 'profiles',
    of: {
      candidate: 't.candidate_id = given.person and t.contact_id is null',
      'client-contact': 't.contact_id = given.person and t.candidate_id is null',
    },
    isDeleted: true,
    erased: {
      name: null,
      email: 'erased',
      reset_password_token: null,
      salt: null,
      hash: null,
    },
    identifies: ['name', 'email'],
    withheld: ['reset_password_token', 'salt', 'hash'],
  },
  { table: 'portal_accounts_sessions', dataClass: 'profiles', plain: ['id'] },
  {
    table: 'legal_entities',
    dataClass: 'agency',
    plain: [
      'name',
      'tax_id',
      'email',
      'phone',
      'address_line1',
      'address_line2',
      'address_postal_code',
      'address_city',
      'address_region',
      'address_country',
      'invoice_prefix',
      'bank_name',
      'iban',
      'bic',
    ],
  },
  {
    table: 'offices',
    dataClass: 'agency',
    plain: [
      'name',
      'phone',
      'email',
      'address_line1',
      'address_line2',
      'address_postal_code',
      'address_city',
      'address_region',
      'address_country',
    ],
  },
  {
    table: 'media',
    dataClass: 'agency',
    plain: [
      'alt',
      'url',
      'thumbnail_u_r_l',
      'filename',
      'sizes_card_url',
      'sizes_card_mime_type',
      'sizes_card_filename',
      'sizes_wide_url',
      'sizes_wide_mime_type',
      'sizes_wide_filename',
    ],
  },
]
