import type { Endpoint } from 'payload'

import { globalSearch, recentRecords } from '../queries/global-search'
import { respondFailure } from './respond'

const mostRecent = 12

/**
 * `GET /api/search?text=…`: records and screens by their words, for staff; `?recent=kind:id,…` names
 * records somebody had before.
 */
export const searchEndpoint: Endpoint = {
  path: '/search',
  method: 'get',
  handler: async (req) => {
    const recent = req.searchParams.get('recent')
    const found =
      recent === null
        ? await globalSearch({ req, text: req.searchParams.get('text') ?? '' })
        : await recentRecords({ req, wanted: wantedIn(recent) })
    return found.ok
      ? Response.json(found.value, { headers: { 'Cache-Control': 'private, no-store' } })
      : respondFailure({ failure: found.failure })
  },
}

const wantedIn = (text: string): { kind: string; id: string }[] =>
  text
    .split(',')
    .slice(0, mostRecent)
    .flatMap((entry) => {
      const [kind, id] = entry.split(':')
      return kind && id ? [{ kind, id }] : []
    })
