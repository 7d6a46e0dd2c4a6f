import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { isUuid, refuseMissing } from '#plugins/kernel/domain'
import { openingsOfOrder } from '../queries/openings-of-order'

/** `GET /api/job-orders/:id/openings`: the seats of an order and whom each is for, for staff. */
export const orderOpeningsEndpoint: Endpoint = {
  path: '/:id/openings',
  method: 'get',
  handler: async (req) => {
    const jobOrderId = String(req.routeParams?.id)
    const openings = isUuid(jobOrderId) ? await openingsOfOrder({ req, jobOrderId }) : null
    return openings
      ? Response.json({ openings }, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: refuseMissing('job order').failure })
  },
}
