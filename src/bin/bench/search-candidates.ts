import { z } from 'zod'

import { recorded, recordedSearch, type RecordedSearch } from './recorded-searches'
import type { Bench, Workload } from './workload'

const page = 25
const mostCounted = 1_000

/** B1: what recruiters search for all day; the broad ones apart, because they have a target of their own. */
export const searchCandidates = ({
  bench: { rest, pool, turns },
  isBroad,
  clients = 1,
}: {
  bench: Bench
  isBroad: boolean
  clients?: number
}): Workload => {
  const searchAt = (turn: number): RecordedSearch => searchIn({ isBroad, turn })
  const product = async (turn: number) =>
    await rest.get(`/api/candidates/search?${searchAt(turn).address}`)
  const raw = async (turn: number) => {
    const search = searchAt(turn)
    const { rows } = await pool.query<{ id: string }>(hitsSql(search))
    const ids = rows.map(({ id }) => id)
    await pool.query(shownSql, [ids.slice(0, page)])
    await pool.query(facetsSql, [ids.slice(0, mostCounted)])
    return ids
  }
  return {
    name: `${isBroad ? 'B1 search: one broad word' : 'B1 search: words and filters'}${clients > 1 ? `, ${clients} at once` : ''}`,
    call: 'GET /api/candidates/search?…',
    product,
    raw,
    clients,
    // With many at once each of them asks more than once before it is the other side's turn.
    perBatch: clients > 1 ? clients * 2 : isBroad ? 10 : 15,
    target: isBroad ? { p95Ms: 300 } : { p95Ms: 150, ratio: 1.5 },
    differences: async () => {
      const found: string[] = []
      // The same searches as of one client, which are compared already.
      const all = clients > 1 ? 0 : isBroad ? recorded / 10 : (recorded * 9) / 10
      for (let turn = 0; turn < Math.min(all, turns * 2); turn += 1) {
        const { hits, total } = answer.parse(await product(turn))
        const ids = await raw(turn)
        const same =
          JSON.stringify(hits.map(({ id }) => id)) === JSON.stringify(ids.slice(0, page)) &&
          total.count === Math.min(ids.length, mostCounted) &&
          total.isMore === ids.length > mostCounted
        if (!same)
          found.push(`${searchAt(turn).address}: ${total.count} found, and ${ids.length} by SQL`)
      }
      return found
    },
  }
}

/** Every tenth of the recorded searches is a broad one. */
const searchIn = ({ isBroad, turn }: { isBroad: boolean; turn: number }): RecordedSearch =>
  recordedSearch((isBroad ? turn * 10 : turn + Math.floor(turn / 9) + 1) % recorded)

/** What a recruiter asks while something else is done: the address of a search that is not broad. */
export const searchPath = (turn: number): string =>
  `/api/candidates/search?${searchIn({ isBroad: false, turn }).address}`

const answer = z.object({
  hits: z.array(z.object({ id: z.string() })),
  total: z.object({ count: z.number(), isMore: z.boolean() }),
})

const hitsSql = ({ words, conditions, order, around }: RecordedSearch): string => {
  const where = [
    ...(words === null ? [] : [`s.words @@ $q$${words}$q$::tsquery`]),
    ...conditions,
    `s.state <> 'do_not_use'`,
  ].join(' and ')
  const most = mostCounted + 1
  if (order === 'newest')
    return `select candidate_id as id from candidate_search s where ${where}
      order by created_at desc, candidate_id desc limit ${most}`
  if (order === 'distance' && around)
    return `select candidate_id as id from candidate_search s where ${where}
      order by kilometres(spot, point(${around.longitude}, ${around.latitude})), candidate_id
      limit ${most}`
  return `select candidate_id as id from (
      select candidate_id, words from candidate_search s where ${where}
      order by created_at desc, candidate_id desc limit ${most}) newest
    order by ts_rank('{0.1, 0.8, 0.6, 1}', words, $q$${words ?? ''}$q$::tsquery)::float8 desc,
      candidate_id`
}

const shownSql = `
select c.id, c.name, c.ref, c.headline, c.city, c.country, c.state, c.available_on, u.name as owner,
  c.last_contact_at, c.do_not_contact, c.desired_pay_rate_e4, c.currency,
  array(select text from candidates_texts t where t.parent_id = c.id and t.path = 'skills'
    order by t."order") as skills,
  (select left(text, 50000) from documents d where d.candidate_id = c.id and d.kind = 'cv'
    order by d.created_at desc limit 1) as paper
from candidates c left join users u on u.id = c.owner_id where c.id = any($1::uuid[])`

const facetsSql = `
with hits as materialized (
  select state, skills, labels from candidate_search where candidate_id = any($1::uuid[]))
select 'state' as kind, state as label, count(*) from hits group by state
union all (select 'skill', k.name, count(*) from hits, unnest(skills) n join skills k on k.number = n
  group by k.id order by count(*) desc limit 12)
union all (select 'label', l.name, count(*) from hits, unnest(labels) worn join labels l on l.id = worn
  group by l.id order by count(*) desc limit 12)`
