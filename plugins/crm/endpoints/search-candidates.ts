import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { searchByAddress } from '../queries/search-by-address'

/**
 * `GET /api/candidates/search?q=…`: candidates by words and filters, as the screen “Find candidates”
 * asks; `after` takes the `next` of the page before.
 */
export const searchCandidatesEndpoint: Endpoint = {
  path: '/search',
  method: 'get',
  handler: async (req) => {
    const { found } = await searchByAddress({ req, params: req.searchParams })
    return found.ok
      ? Response.json(found.value, { headers: { 'Cache-Control': 'private, no-store' } })
      : respondFailure({ failure: found.failure })
  },
}
