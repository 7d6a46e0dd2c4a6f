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
  /** Whom the page after those above shows, and the link to it, as “next” gives it. */
  const now = async () => {
    const { rows: above } = await db.query<{ id: string; at: Date }>(
      `select candidate_id as id, created_at as at from candidate_search
        order by created_at desc, candidate_id desc offset $1 limit 1`,
      [(pages - 1) * page - 1],
    )
    const last = isDeep ? above[0] : undefined
    const { rows: people } = await db.query<{ id: string }>(
      `select candidate_id as id from candidate_search
        where state <> 'do_not_use' and ($1::uuid is null or (created_at, candidate_id) < ($2, $1))
        order by created_at desc, candidate_id desc limit ${page}`,
      [last?.id ?? null, last?.at ?? null],
    )
    const after = last
      ? `&after=${encodeURIComponent(`newest~${last.at.toISOString()}~${last.id}`)}`
      : ''
    return { path: `${findPath}${after}`, people: people.map(({ id }) => id) }
  }
  const { path } = await now()
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
      // Others have come in since, by the lines that write; Payload’s page leaves records of one moment
      // in any order, so that SQL tells whom ours has to show.
      const { path: pathNow, people } = await now()
      const shown = peopleOn(await rest.text(pathNow))
      const missing = people.filter((id) => !shown.has(id))
      const stock = peopleOn(await raw()).size
      return stock === page && people.length === page && missing.length === 0
        ? []
        : [
            `${stock} on Payload’s page; of ${people.length} by SQL ${missing.length} are not on ours`,
          ]
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
