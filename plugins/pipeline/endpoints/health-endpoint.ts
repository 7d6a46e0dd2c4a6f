import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { isUuid, refuseMissing } from '#plugins/kernel/domain'
import { orderHealth } from '../queries/order-health'

/** `GET /api/job-orders/:id/health`: age, coverage, what is awaited and what comes next, for staff. */
export const orderHealthEndpoint: Endpoint = {
  path: '/:id/health',
  method: 'get',
  handler: async (req) => {
    const jobOrderId = String(req.routeParams?.id)
    const health = isUuid(jobOrderId) ? await orderHealth({ req, jobOrderId }) : null
    return health
      ? Response.json(health, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: refuseMissing('job order').failure })
  },
}
