import { z } from 'zod'

import type { Bench, Workload } from './workload'

const page = 25
const deepest = 40_000

/** B2: all candidates, newest first: the first page, or up to 40,000 rows down the list by “next”. */
export const candidatesByNext = async ({
  bench: { rest, db },
  isDeep,
}: {
  bench: Bench
  isDeep: boolean
}): Promise<Workload> => {
  const { rows: places } = await db.query<{ id: string; at: Date }>(
    `select candidate_id as id, created_at as at from (
        select candidate_id, created_at, row_number() over (order by created_at desc, candidate_id desc)
          as place from candidate_search) counted
      where place <= ${isDeep ? deepest : 97} and place % 97 = 0`,
  )
  const placeAt = (turn: number) => {
    const place = places[(turn * 31) % places.length]
    if (!place) throw new Error('There are no candidates.')
    return place
  }
  const product = async (turn: number) => {
    const { id, at } = placeAt(turn)
    const after = encodeURIComponent(`newest~${at.toISOString()}~${id}`)
    return await rest.get(`/api/candidates/search?sort=newest&after=${after}`)
  }
  const raw = async (turn: number) => {
    const { id, at } = placeAt(turn)
    const { rows } = await db.query<{ id: string }>(
      `select c.*, array(select text from candidates_texts t
          where t.parent_id = c.id and t.path = 'skills' order by t."order") as skills
        from (select candidate_id, created_at from candidate_search
          where (created_at, candidate_id) < ($1, $2) and state <> 'do_not_use'
          order by created_at desc, candidate_id desc limit ${page}) found
        join candidates c on c.id = found.candidate_id
        order by found.created_at desc, found.candidate_id desc`,
      [at, id],
    )
    return rows.map((row) => row.id)
  }
  return {
    name: `B2 list by “next”, ${isDeep ? 'deep' : 'near the top'}`,
    call: 'GET /api/candidates/search?sort=newest&after=…',
    product,
    raw,
    target: { p95Ms: 30, ratio: 3 },
    differences: async () => {
      const found: string[] = []
      for (let turn = 0; turn < 10; turn += 1) {
        const { hits } = answer.parse(await product(turn))
        if (JSON.stringify(hits.map(({ id }) => id)) !== JSON.stringify(await raw(turn)))
          found.push(`page ${turn} is another one by SQL`)
      }
      return found
    },
  }
}

const answer = z.object({ hits: z.array(z.object({ id: z.string() })) })
