import type { Config } from 'payload'

import { navigationRank } from './domain/navigation'

/**
 * Puts the collections into the order of an agency's day, which is the order of the navigation, and
 * takes the tab with the address for programmers off every record. Runs after all plugins.
 */
export const orderedByDay = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? [])
    .map((collection) => ({ ...collection, admin: { ...collection.admin, hideAPIURL: true } }))
    .sort((a, b) => navigationRank(a.admin.group) - navigationRank(b.admin.group)),
})
