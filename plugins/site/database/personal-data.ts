import type { PersonalTable } from '#plugins/kernel/domain'

/** What the agency publishes about itself. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'sites',
    dataClass: 'agency',
    plain: [
      'name',
      'hostname',
      'theme',
      'tagline',
      'lead',
      'about',
      'reply_promise',
      'email',
      'phone',
      'address_line1',
      'address_line2',
      'address_postal_code',
      'address_city',
      'address_region',
      'address_country',
      'legal_note',
    ],
  },
  { table: 'sites_texts', dataClass: 'agency', plain: ['text'] },
  { table: 'pages', dataClass: 'agency', plain: ['title', 'intro', 'body', 'slug'] },
  {
    table: '_pages_v',
    dataClass: 'agency',
    plain: ['version_title', 'version_intro', 'version_body', 'version_slug'],
  },
]
