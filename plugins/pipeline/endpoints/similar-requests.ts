import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { isUuid, refuseMissing } from '#plugins/kernel/domain'
import { similarRequests } from '../queries/similar-requests'

/** `GET /api/order-requests/:id/similar`: open requests that are likely the same wish, for staff. */
export const similarRequestsEndpoint: Endpoint = {
  path: '/:id/similar',
  method: 'get',
  handler: async (req) => {
    const requestId = String(req.routeParams?.id)
    const similar = isUuid(requestId) ? await similarRequests({ req, requestId }) : null
    return similar
      ? Response.json({ similar }, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: refuseMissing('request').failure })
  },
}
