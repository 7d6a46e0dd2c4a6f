import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { refuseMissing } from '#plugins/kernel/domain'
import { boardFilterFrom, cardsAskedFrom } from '../domain/board-filter'
import { board } from '../queries/board'

/**
 * `GET /api/job-orders/:id/board`: the columns of an order with their first cards, for staff; filtered
 * by `source`, `days`, `label`, `colleague`, with more cards of a column by `more=<column>:<cards>`.
 */
export const orderBoardEndpoint: Endpoint = {
  path: '/:id/board',
  method: 'get',
  handler: async (req) => {
    const asked = Object.fromEntries(req.searchParams ?? [])
    const columns = await board({
      req,
      jobOrderId: String(req.routeParams?.id),
      filter: boardFilterFrom(asked),
      cardsAsked: cardsAskedFrom(asked),
    })
    return columns
      ? Response.json({ columns }, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: refuseMissing('job order').failure })
  },
}
