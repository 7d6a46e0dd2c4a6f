/** The people of the agency; each signs in with a password made for this installation. */
export const staff = [
  {
    key: 'helen',
    name: 'Helen Hale',
    role: 'admin',
    jobTitle: 'Founder',
    office: 'new-york',
  },
  {
    key: 'idris',
    name: 'Idris Harbour',
    role: 'manager',
    jobTitle: 'Managing director',
    office: 'new-york',
  },
  {
    key: 'maya',
    name: 'Maya Brooks',
    role: 'recruiter',
    jobTitle: 'Senior recruiter, health',
    office: 'new-york',
  },
  {
    key: 'diego',
    name: 'Diego Fuentes',
    role: 'recruiter',
    jobTitle: 'Recruiter, logistics',
    office: 'new-york',
  },
  {
    key: 'siobhan',
    name: 'Siobhán Keane',
    role: 'recruiter',
    jobTitle: 'Recruiter, engineering',
    office: 'london',
  },
  {
    key: 'kwame',
    name: 'Kwame Mensah',
    role: 'recruiter',
    jobTitle: 'Recruiter, administration',
    office: 'new-york',
  },
  {
    key: 'grace',
    name: 'Grace Liang',
    role: 'sales',
    jobTitle: 'Account director',
    office: 'new-york',
  },
  { key: 'tom', name: 'Tom Okafor', role: 'payroll', jobTitle: 'Payroll', office: 'new-york' },
  {
    key: 'beatrix',
    name: 'Beatrix Novák',
    role: 'billing',
    jobTitle: 'Accounts receivable',
    office: 'new-york',
  },
] as const

export type StaffKey = (typeof staff)[number]['key']

/** 'siobhan.keane@harbourhale.example': a domain that can never receive mail (RFC 2606). */
export const staffEmail = (name: string): string =>
  `${name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@harbourhale.example`
