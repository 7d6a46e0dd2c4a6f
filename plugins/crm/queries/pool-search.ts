import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { filterFrom, type CandidateFilter } from '../domain/search/filter'
import { parseQuery, type Query } from '../domain/search/query'
import { placeMeant } from './find-places'
import { reachableSearch } from './saved-searches'

type PoolSearch = { query: Query | null; filter: CandidateFilter }

/**
 * A kept search as it can be run for a pool: with the degrees of the place it names, and only over pools
 * that the owner of this one may see. Else why not, in words for whoever looks at the pool.
 */
export const poolSearch = async ({
  req,
  search,
  ownerId,
}: {
  req: PayloadRequest
  search: string
  ownerId: string | null
}): Promise<{ ok: true; search: PoolSearch } | { ok: false; problem: string }> => {
  const params = new URLSearchParams(search)
  const parsed = parseQuery(params.get('q') ?? '')
  if (!parsed.ok) return { ok: false, problem: parsed.problem.message }
  const read = filterFrom(params)
  if (!read.ok) return { ok: false, problem: Object.values(read.fields).join(' ') }
  const { filter } = read
  if (filter.pool.length > 0 && !(await seesPools({ req, ids: filter.pool, ownerId })))
    return {
      ok: false,
      problem: 'It asks for a pool that is gone, or not shared with the owner of this one.',
    }
  if (filter.near || !filter.place) return { ok: true, search: { query: parsed.query, filter } }
  const meant = await placeMeant({ req, text: filter.place })
  return meant.ok
    ? { ok: true, search: { query: parsed.query, filter: { ...filter, near: meant.spot } } }
    : { ok: false, problem: meant.problem }
}

export type Filling = {
  /** Null for a search that the reader may not open. */
  search: { id: string; name: string; search: string } | null
  /** Why it finds nobody at the moment. */
  problem: string | null
}

/** The search that fills a pool, for whoever looks at the pool; null for one picked by hand. */
export const searchFilling = async ({
  req,
  savedSearchId,
  ownerId,
}: {
  req: PayloadRequest
  savedSearchId: string | null
  ownerId: string | null
}): Promise<Filling | null> => {
  if (savedSearchId === null) return null
  const kept = await sqlOf(req).first({
    schema: z.object({ search: z.string() }),
    text: 'select search from saved_searches where id = $1',
    values: [savedSearchId],
  })
  if (!kept) return null
  const seen = await reachableSearch({ req, id: savedSearchId })
  const meant = await poolSearch({ req, search: kept.search, ownerId })
  return {
    search: seen ? { id: savedSearchId, ...seen } : null,
    problem: meant.ok ? null : meant.problem,
  }
}

const seesPools = async ({
  req,
  ids,
  ownerId,
}: {
  req: PayloadRequest
  ids: readonly string[]
  ownerId: string | null
}): Promise<boolean> => {
  const wanted = [...new Set(ids)]
  const row = await sqlOf(req).first({
    schema: z.object({ seen: wholeNumber }),
    text: `select count(*) as seen from talent_pools
      where id = any($1::uuid[]) and (is_shared or owner_id::text = $2)`,
    values: [wanted, ownerId],
  })
  return row?.seen === wanted.length
}
