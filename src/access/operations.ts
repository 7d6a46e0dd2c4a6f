/** What an access rule is asked about, for each kind of entity. */
export const collectionOperations = [
  'create',
  'read',
  'update',
  'delete',
  'readVersions',
  'unlock',
  'admin',
] as const

export const globalOperations = ['read', 'update', 'readVersions'] as const
