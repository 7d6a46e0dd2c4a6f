/** What a role can allow. The code names them; an agency decides which role has which. */
export const permissions = {
  'requests.read': 'See order requests',
  'requests.write': 'Work on order requests',
  'orders.read': 'See job orders',
  'orders.write': 'Create and change job orders',
  'orders.override': 'Decide the grade of an order by hand, for a time',
  'candidates.read': 'See candidates and their documents',
  'candidates.write': 'Create and change candidates',
  'work-rights.manage': 'See and change rights to work',
  'payroll-data.manage': 'See and change payroll data of candidates',
  'eeo.manage': 'See and change equal opportunity answers',
  'clients.read': 'See clients and contacts',
  'clients.write': 'Create and change clients and contacts',
  'pipeline.read': 'See submissions, shortlists, interviews and offers',
  'pipeline.write': 'Move submissions, send shortlists, propose interviews and offers',
  'offers.approve': 'Approve offers of colleagues that margin or pay rules hold back',
  'placements.read': 'See placements',
  'placements.write': 'Place candidates and change placements',
  'rates.read': 'See bill rates, fees and margins',
  'pay.read': 'See pay rates and pay lines',
  'time.read': 'See timesheets',
  'time.write': 'Enter and correct timesheets',
  'time.approve': 'Approve timesheets for a client who phones',
  'invoices.read': 'See invoices and payments',
  'invoices.write': 'Draft invoices',
  'invoices.issue': 'Issue invoices and credit notes',
  'payments.write': 'Record payments',
  'site.read': 'See sites, pages and postings',
  'site.write': 'Change sites and pages, publish jobs',
  'tasks.write': 'Have tasks and give them to colleagues',
  'tasks.oversee': 'See and change the tasks of all colleagues',
  'mail.read': 'See the mails that were sent',
  'activity.read': 'See the timeline of records',
  'activity.write': 'Write notes and log calls',
  'audit.read': 'See the audit of everything and take it out',
  'reports.read': 'See the dashboard',
  'privacy.manage': 'Hand out and erase what is kept of people, holds and retention',
  'imports.write': 'Import tables of records and take an import back',
  'settings.write': 'Change agency settings',
  'integrations.write': 'Make API keys and webhooks, see what they did',
  'staff.read': 'See colleagues',
  'staff.write': 'Invite, change and disable colleagues and their roles',
} as const

export type Permission = keyof typeof permissions

export const allPermissions = Object.keys(permissions).filter((key): key is Permission =>
  Object.hasOwn(permissions, key),
)

export const isPermission = (value: unknown): value is Permission =>
  typeof value === 'string' && Object.hasOwn(permissions, value)

type RoleDefinition = { name: string; description: string; permissions: readonly Permission[] }

const reading: readonly Permission[] = [
  'requests.read',
  'orders.read',
  'candidates.read',
  'clients.read',
  'pipeline.read',
  'placements.read',
  'time.read',
  'site.read',
  'activity.read',
  'activity.write',
  'reports.read',
  'staff.read',
  'tasks.write',
]

const recruiting: readonly Permission[] = [
  ...reading,
  'requests.write',
  'orders.write',
  'candidates.write',
  'pipeline.write',
  'placements.write',
  'pay.read',
  'site.write',
  'mail.read',
]

/** The roles a new agency begins with; its admins may change what each allows. */
export const defaultRoles: Readonly<Record<string, RoleDefinition>> = {
  admin: { name: 'Admin', description: 'Everything.', permissions: allPermissions },
  manager: {
    name: 'Manager',
    description:
      'Everything but staff, settings, integrations, the audit and equal opportunity answers.',
    permissions: allPermissions.filter(
      (p) =>
        p !== 'eeo.manage' &&
        p !== 'staff.write' &&
        p !== 'settings.write' &&
        p !== 'integrations.write' &&
        p !== 'audit.read',
    ),
  },
  recruiter: {
    name: 'Recruiter',
    description: 'Works on orders and candidates; does not see margins.',
    permissions: recruiting,
  },
  sales: {
    name: 'Sales',
    description: 'Owns clients and orders, sees rates and margins.',
    permissions: [...recruiting, 'clients.write', 'rates.read', 'invoices.read'],
  },
  payroll: {
    name: 'Payroll',
    description: 'Timesheets and pay.',
    permissions: [
      ...reading,
      'pay.read',
      'time.write',
      'time.approve',
      'payroll-data.manage',
      'work-rights.manage',
    ],
  },
  billing: {
    name: 'Billing',
    description: 'Invoices and payments.',
    permissions: [
      ...reading,
      'rates.read',
      'invoices.read',
      'invoices.write',
      'invoices.issue',
      'payments.write',
      'mail.read',
    ],
  },
  trainer: {
    name: 'Trainer',
    description: 'Courses and tests.',
    permissions: ['candidates.read', 'staff.read', 'tasks.write'],
  },
  editor: {
    name: 'Editor',
    description: 'The public sites.',
    permissions: ['site.read', 'site.write', 'staff.read', 'tasks.write'],
  },
}
