import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { refuseMissing } from '#plugins/kernel/domain'
import { leftOutReasons, mailingFigures } from '../queries/mailing-figures'

/** `GET /api/mailing-figures/<id>`: how far a mailing is, for the screen that shows it. */
export const mailingFiguresEndpoint: Endpoint = {
  path: '/mailing-figures/:id',
  method: 'get',
  handler: async (req) => {
    const mailingId = String(req.routeParams?.id)
    const figures = await mailingFigures({ req, mailingId })
    if (!figures) return respondFailure({ failure: refuseMissing('mailing').failure })
    return Response.json(
      { figures, leftOut: await leftOutReasons({ req, mailingId }) },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
}
