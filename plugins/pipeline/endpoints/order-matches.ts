import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { matchCandidates } from '../queries/match-candidates'

/**
 * `GET /api/job-orders/:id/matches`: who fits an order, best first with the reasons, for staff; with
 * `pool` only of that talent pool.
 */
export const orderMatchesEndpoint: Endpoint = {
  path: '/:id/matches',
  method: 'get',
  handler: async (req) => {
    const found = await matchCandidates({
      req,
      jobOrderId: String(req.routeParams?.id),
      poolId: req.searchParams.get('pool') || null,
    })
    return found.ok
      ? Response.json(found.value, { headers: { 'Cache-Control': 'private, no-store' } })
      : respondFailure({ failure: found.failure })
  },
}
