import type { Endpoint } from 'payload'

import { recordTimeline } from '../queries/record-timeline'
import { respondFailure } from './respond'

/** `GET /api/timeline/<kind>/<id>?before=…`: what happened to a record, a page at a time, for staff. */
export const timelineEndpoint = (): Endpoint => ({
  path: '/timeline/:kind/:id',
  method: 'get',
  handler: async (req) => {
    const page = await recordTimeline({
      req,
      subject: { kind: String(req.routeParams?.kind), id: String(req.routeParams?.id) },
      before: req.searchParams.get('before'),
    })
    return page.ok
      ? Response.json(page.value, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: page.failure })
  },
})
