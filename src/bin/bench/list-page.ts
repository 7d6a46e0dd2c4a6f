import { oneRow } from './in-transaction'
import type { Bench, Workload } from './workload'

const page = 25
const deepest = 40_000
const findPath = '/admin/find-candidates?q=&sort=newest'

/**
 * B3: the page on which colleagues look for candidates, as the browser gets it, against the list that
 * Payload brings, of the same candidates in the same server: the newest, and far down.
 */
export const listPage = async ({
  bench: { rest, db },
  isDeep,
}: {
  bench: Bench
  isDeep: boolean
}): Promise<Workload> => {
  const { rows: counted } = await db.query<{ all: number }>(
    'select count(*)::integer as all from candidate_search',
  )
  const pages = Math.max(2, Math.floor(Math.min(deepest, (counted[0]?.all ?? 0) / 2) / page))
  /** The link to the page after the last of those above, as “next” gives it. */
  const pathNow = async () => {
    if (!isDeep) return findPath
    const { id, at } = await oneRow<{ id: string; at: Date }>({
      db,
      text: `select candidate_id as id, created_at as at from candidate_search
        order by created_at desc, candidate_id desc offset $1 limit 1`,
      values: [(pages - 1) * page - 1],
    })
    return `${findPath}&after=${encodeURIComponent(`newest~${at.toISOString()}~${id}`)}`
  }
  const path = await pathNow()
  const product = async () => await rest.text(path)
  const raw = async () =>
    await rest.text(
      `/admin/collections/candidates?limit=${page}&page=${isDeep ? pages : 1}&sort=-createdAt`,
    )
  return {
    name: `B3 page of the list${isDeep ? ', deep' : ''} (beside Payload’s own)`,
    call: 'GET /admin/find-candidates',
    product,
    raw,
    perBatch: 4,
    target: { wholeRatio: 0.2 },
    differences: async () => {
      // Others have come in since, by the lines that write.
      const shown = peopleOn(await rest.text(await pathNow()))
      const stock = peopleOn(await raw())
      const missing = [...stock].filter((id) => !shown.has(id))
      return stock.size === page && missing.length === 0
        ? []
        : [`${stock.size} on Payload’s page, of whom ${missing.length} are not on ours`]
    },
  }
}

/** Ids of the candidates that a page leads to. */
const peopleOn = (html: string): Set<string> =>
  new Set(
    [...html.matchAll(/\/admin\/collections\/candidates\/([0-9a-f-]{36})/g)].map(
      ([, id = '']) => id,
    ),
  )
