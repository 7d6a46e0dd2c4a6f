const words: Readonly<Record<string, string>> = {
  requests: 'Order requests',
  orders: 'Job orders',
  candidates: 'Candidates',
  'work-rights': 'Rights to work',
  'payroll-data': 'Payroll data',
  eeo: 'Equal opportunity',
  clients: 'Clients',
  pipeline: 'Pipeline',
  placements: 'Placements',
  rates: 'Rates and margins',
  pay: 'Pay',
  time: 'Timesheets',
  invoices: 'Invoices',
  payments: 'Payments',
  site: 'Websites',
  mail: 'Mails',
  activity: 'Timeline',
  reports: 'Reports',
  imports: 'Imports',
  settings: 'Settings',
  staff: 'Staff',
}

export type PermissionGroup = {
  label: string
  permissions: readonly { key: string; text: string }[]
}

/** Permissions by what they are about (the word before the dot), in the order in which they come. */
export const permissionGroups = (
  permissions: Readonly<Record<string, string>>,
): PermissionGroup[] => {
  const groups = new Map<string, { key: string; text: string }[]>()
  for (const [key, text] of Object.entries(permissions)) {
    const subject = key.split('.')[0] ?? key
    groups.set(subject, [...(groups.get(subject) ?? []), { key, text }])
  }
  return [...groups].map(([subject, entries]) => ({
    label:
      words[subject] ?? subject.charAt(0).toUpperCase() + subject.slice(1).replaceAll('-', ' '),
    permissions: entries,
  }))
}
