import { z } from 'zod'

import { mustHaves } from './fill'
import type { Bench, Workload } from './workload'

const shown = 50
const leastOfBest = 0.95

/**
 * B13: who fits an order. By hand every candidate is scored who has all that is asked for. The product
 * scores the newest of them: how good its fifty are is told by what they gain against the best fifty
 * (nDCG), and has to be 0.95.
 */
export const matchOrder = ({
  bench: { rest, db },
  orderId,
}: {
  bench: Bench
  orderId: string
}): Workload => {
  const product = async () => await rest.get(`/api/job-orders/${orderId}/matches`)
  const raw = async () => (await db.query<Scored>(scoredSql, [shown])).rows
  return {
    name: 'who fits an order',
    call: 'GET /api/job-orders/<id>/matches',
    product,
    raw,
    differences: async () => {
      const { matches } = answer.parse(await product())
      const best = await raw()
      if (matches.length !== best.length)
        return [`${matches.length} fit, and ${best.length} by SQL`]
      const { rows } = await db.query<Scored>(scoredSql.replace('limit $1', ''), [])
      const truth = new Map(rows.map(({ id, score }) => [id, Number(score)]))
      const share =
        gainOf(matches.map(({ candidateId }) => truth.get(candidateId) ?? 0)) /
        gainOf(best.map(({ score }) => Number(score)))
      return share >= leastOfBest ? [] : [`nDCG@${shown} is ${share.toFixed(3)}`]
    },
  }
}

type Scored = { id: string; score: number }

const answer = z.object({ matches: z.array(z.object({ candidateId: z.string() })) })

const gainOf = (scores: readonly number[]): number =>
  scores.reduce((sum, score, place) => sum + score / Math.log2(place + 2), 0)

/** 50 points for what must be there, and 15 for who is available by now; late ones lose by the day. */
const scoredSql = `
select candidate_id as id, 40 + 15 * greatest(0, least(1,
    1 - greatest(0, available_from - current_date) / 60.0))::float8 as score
from candidate_search
where words @@ to_tsquery('simple', '${mustHaves
  .map((word) => `(${word.split(' ').join(' <-> ')})`)
  .join(' & ')}')
  and state not in ('do_not_use', 'anonymised') and (employment = '{}' or employment @> '{temp}')
  and not away @> current_date
order by score desc, candidate_id limit $1`
