import { z } from 'zod'

import { mustHaves, niceToHaves } from './fill'
import type { Bench, Workload } from './workload'

const shown = 50
const leastOfBest = 0.95

/**
 * B13: who fits an order. Sixty who are worth most are planted among all candidates, old and new: half
 * have both things that would be nice, half have one. By hand everybody is scored who has all that is
 * asked for. How good a list of fifty is, is told by what it gains against the best fifty (nDCG).
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
    name: 'B13 who fits an order',
    call: 'GET /api/job-orders/<id>/matches',
    product,
    raw,
    target: { p95Ms: 500 },
    differences: async () => {
      const { matches } = answer.parse(await product())
      const best = await raw()
      if (matches.length !== best.length)
        return [`${matches.length} fit, and ${best.length} by SQL`]
      const { rows } = await db.query<Scored>(wishedSql)
      const worth = new Map(rows.map(({ id, wishes }) => [id, 2 ** wishes - 1]))
      const share =
        gainOf(matches.map(({ candidateId }) => worth.get(candidateId) ?? 0)) /
        gainOf(best.map(({ wishes }) => 2 ** wishes - 1))
      return share >= leastOfBest ? [] : [`nDCG@${shown} is ${share.toFixed(3)}`]
    },
  }
}

type Scored = { id: string; wishes: number }

const answer = z.object({ matches: z.array(z.object({ candidateId: z.string() })) })

const gainOf = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0)

const termOf = (word: string): string => `(${word.split(' ').join(' <-> ')})`

const wishes = niceToHaves
  .map((word) => `(words @@ to_tsquery('simple', '${termOf(word)}'))::integer`)
  .join(' + ')

const scoredSql = `
select candidate_id as id, ${wishes} as wishes
from candidate_search
where words @@ to_tsquery('simple', '${mustHaves.map(termOf).join(' & ')}')
  and state not in ('do_not_use', 'anonymised') and (employment = '{}' or employment @> '{temp}')
  and not away @> current_date
order by wishes desc, available_from <= current_date desc, candidate_id limit $1`

const wishedSql = `
select candidate_id as id, ${wishes} as wishes from candidate_search
where words @@ to_tsquery('simple', '${niceToHaves.map(termOf).join(' | ')}')`
