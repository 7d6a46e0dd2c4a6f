import type { Endpoint } from 'payload'

import { respondFailure } from '#plugins/kernel'
import { noticesOf } from '../queries/notices-of'

/** `GET /api/my-notices?before=…&unread=true&limit=8`: one's own notifications in words, a page at a time. */
export const noticesEndpoint = (): Endpoint => ({
  path: '/my-notices',
  method: 'get',
  handler: async (req) => {
    const limit = Number(req.searchParams.get('limit') ?? 25)
    const page = await noticesOf({
      req,
      before: req.searchParams.get('before'),
      isUnreadOnly: req.searchParams.get('unread') === 'true',
      limit: Number.isInteger(limit) ? Math.min(Math.max(limit, 1), 50) : 25,
    })
    return page.ok
      ? Response.json(page.value, { headers: { 'Cache-Control': 'no-store' } })
      : respondFailure({ failure: page.failure })
  },
})
