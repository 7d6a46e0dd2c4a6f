/** The groups of the admin's navigation in the order of an agency's day: work first, settings last. */
export const navigationGroups = [
  'Work',
  'Recruiting',
  'Candidates',
  'Clients',
  'Placements',
  'Time & pay',
  'Money',
  'Site',
  'Activity',
  'Privacy',
  'Agency',
  'Integrations',
] as const

/** Where a group stands; one that nobody planned comes last. */
export const navigationRank = (group: unknown): number => {
  const at = navigationGroups.findIndex((known) => known === group)
  return at === -1 ? navigationGroups.length : at
}
