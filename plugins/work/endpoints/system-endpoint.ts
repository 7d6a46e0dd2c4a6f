import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { machineRoom } from '../queries/machine-room'

/** `GET /api/system`: what the System screen shows, for its admins; asked again while it is open. */
export const systemEndpoint = (): Endpoint => ({
  path: '/system',
  method: 'get',
  handler: async (req) => {
    const state = await machineRoom({ req })
    return state.ok
      ? Response.json(state.value, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: state.failure })
  },
})
