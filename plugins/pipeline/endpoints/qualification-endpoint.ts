import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { isUuid, refuseMissing } from '#plugins/kernel/domain'
import { qualificationOfOrder } from '../queries/qualification-of-order'

/** `GET /api/job-orders/:id/qualification`: gates, score and grades of an order, for staff. */
export const qualificationEndpoint: Endpoint = {
  path: '/:id/qualification',
  method: 'get',
  handler: async (req) => {
    const jobOrderId = String(req.routeParams?.id)
    const qualification = isUuid(jobOrderId)
      ? await qualificationOfOrder({ req, jobOrderId })
      : null
    return qualification
      ? Response.json(qualification, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: refuseMissing('job order').failure })
  },
}
