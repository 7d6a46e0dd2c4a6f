import type { SettingsEntry } from '#plugins/kernel/domain'

/** What of the settings is the agency's own. */
export const settings: readonly SettingsEntry[] = [
  {
    area: 'agency',
    label: 'Companies',
    text: 'Legal entities with tax id, bank, payment terms, invoice numbers, workweek and currency.',
    path: '/collections/legal-entities',
    permission: 'settings.write',
  },
  {
    area: 'agency',
    label: 'Brands',
    text: 'Names under which you appear: sender, answers, footer, logo and colour of mails.',
    path: '/collections/brands',
    permission: 'settings.write',
  },
  {
    area: 'agency',
    label: 'Offices',
    text: 'Where you work from: address, time zone, opening hours and holidays.',
    path: '/collections/offices',
    permission: 'settings.write',
  },
  {
    area: 'people',
    label: 'Staff',
    text: 'Invite colleagues, give them roles, shut them out when they leave.',
    path: '/collections/users',
    permission: 'staff.read',
  },
  {
    area: 'people',
    label: 'Roles',
    text: 'What each role may see and do.',
    path: '/collections/roles',
    permission: 'staff.read',
  },
  {
    area: 'people',
    label: 'Rights',
    text: 'All rights of all roles in one table.',
    path: '/rights',
    permission: 'staff.read',
  },
  {
    area: 'people',
    label: 'Your second factor',
    text: 'Sign in with a code of an app beside your password.',
    path: '/second-factor',
    permission: 'staff.read',
  },
  {
    area: 'people',
    label: 'Portal accounts',
    text: 'Sign-ins of candidates and clients.',
    path: '/collections/portal-accounts',
    permission: 'staff.write',
  },
  {
    area: 'time',
    label: 'Month of holidays',
    text: 'Which days are off, in which calendar.',
    path: '/holidays',
    permission: 'staff.read',
  },
  {
    area: 'time',
    label: 'Holiday calendars',
    text: 'One per country, region or client; a year is filled by its law.',
    path: '/collections/holiday-calendars',
    permission: 'settings.write',
  },
  {
    area: 'work',
    label: 'Custom fields',
    text: 'What your agency keeps besides, of candidates, clients, contacts, orders and placements.',
    path: '/collections/field-definitions',
    permission: 'settings.write',
  },
  {
    area: 'work',
    label: 'Labels',
    text: 'Coloured words for candidates, clients, contacts, orders and placements.',
    path: '/collections/labels',
    permission: 'settings.write',
  },
]
