import type { CollectionConfig } from 'payload'

import { candidateMatchesEndpoint } from '../endpoints/candidate-matches'

/** The orders that fit, as a tab of the candidate. */
export const withMatches = (collection: CollectionConfig): CollectionConfig =>
  collection.slug === 'candidates'
    ? {
        ...collection,
        endpoints: [...(collection.endpoints || []), candidateMatchesEndpoint],
        admin: {
          ...collection.admin,
          components: {
            ...collection.admin?.components,
            views: {
              ...collection.admin?.components?.views,
              // The views of a candidate are tabs; none takes the place of the whole record.
              edit: Object.assign({}, collection.admin?.components?.views?.edit, {
                matches: {
                  Component: '/plugins/pipeline/admin/OrdersTab#OrdersTab',
                  path: '/orders',
                  tab: { label: 'Matching orders', href: '/orders', order: 152 },
                },
              }),
            },
          },
        },
      }
    : collection
