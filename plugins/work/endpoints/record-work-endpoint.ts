import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { recordWork } from '../queries/record-work'

/** `GET /api/work/<kind>/<id>`: what is to be done about a record, for staff who may see it. */
export const recordWorkEndpoint = (): Endpoint => ({
  path: '/work/:kind/:id',
  method: 'get',
  handler: async (req) => {
    const work = await recordWork({
      req,
      subject: { kind: String(req.routeParams?.kind), id: String(req.routeParams?.id) },
    })
    return work.ok
      ? Response.json(work.value, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: work.failure })
  },
})
