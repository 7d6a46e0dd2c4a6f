import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { matchOrders } from '../queries/match-orders'

/** `GET /api/candidates/:id/matches`: which active orders fit a candidate, best first, for staff. */
export const candidateMatchesEndpoint: Endpoint = {
  path: '/:id/matches',
  method: 'get',
  handler: async (req) => {
    const found = await matchOrders({ req, candidateId: String(req.routeParams?.id) })
    return found.ok
      ? Response.json(found.value, { headers: { 'Cache-Control': 'private, no-store' } })
      : respondFailure({ failure: found.failure })
  },
}
