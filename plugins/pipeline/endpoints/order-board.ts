import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { refuseMissing } from '#plugins/kernel/domain'
import { board } from '../queries/board'

/** `GET /api/job-orders/:id/board`: the columns of an order with their first cards, for staff. */
export const orderBoardEndpoint: Endpoint = {
  path: '/:id/board',
  method: 'get',
  handler: async (req) => {
    const columns = await board({ req, jobOrderId: String(req.routeParams?.id) })
    return columns
      ? Response.json({ columns }, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: refuseMissing('job order').failure })
  },
}
