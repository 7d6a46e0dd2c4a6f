import type { Endpoint } from 'payload'

import { actorOf, respondFailure } from '#plugins/kernel'
import { can, refuseRight } from '#plugins/kernel/domain'
import { findPlaces } from '../queries/find-places'

/** `GET /api/places/suggest?q=read`: places that begin so, as they are typed into the search. */
export const suggestPlacesEndpoint: Endpoint = {
  path: '/suggest',
  method: 'get',
  handler: async (req) => {
    if (!can({ actor: actorOf(req), permission: 'candidates.read' }))
      return respondFailure({ failure: refuseRight().failure })
    const found = await findPlaces({ req, text: req.searchParams.get('q') ?? '' })
    return Response.json(
      { places: found.map(({ label, latitude, longitude }) => ({ label, latitude, longitude })) },
      { headers: { 'Cache-Control': 'private, no-store' } },
    )
  },
}
