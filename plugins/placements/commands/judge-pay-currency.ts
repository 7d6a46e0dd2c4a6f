import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, takeTurn } from '#plugins/kernel'
import { addDays, refuseInput, type Day, type Failure, type Result } from '#plugins/kernel/domain'
import { releasedStates } from '../domain/placement-workflow'
import type { TermsDraft } from './draft-terms'

/**
 * Refuses a second pay currency for a worker at one employer: overtime is reckoned over all hours of
 * a week, and amounts of two currencies have no common regular rate. Placements that were over by
 * the week before do not matter. Two placings at once are judged one after the other.
 */
export const judgePayCurrency = async ({
  req,
  candidateId,
  legalEntityId,
  startsOn,
  terms: { currency, payRateE4 },
}: {
  req: PayloadRequest
  candidateId: string
  legalEntityId: string
  startsOn: Day
  terms: TermsDraft
}): Promise<Result<never, Failure> | null> => {
  if (!payRateE4) return null
  const sql = sqlOf(req)
  await takeTurn({ req, name: `pay-currency:${candidateId}` })
  const other = await sql.first({
    schema: z.object({ ref: z.string().nullable(), currency: z.string() }),
    text: `select p.ref, t.currency from placements p
      join placement_terms t on t.placement_id = p.id
      where p.candidate_id = $1 and p.legal_entity_id = $2 and p.state <> all($3)
        and t.pay_rate_e4 is not null and t.currency <> $4
        and coalesce(p.actual_end_on, p.notice_until_on, p.ends_on, $5) >= $5
      order by p.id limit 1`,
    values: [
      candidateId,
      legalEntityId,
      [...releasedStates],
      currency,
      addDays({ day: startsOn, days: -7 }),
    ],
  })
  if (!other) return null
  return refuseInput({
    currency: `This worker is paid in ${other.currency} by this employer (${other.ref ?? 'another placement'}). Hours of one week need one pay currency: choose another legal entity, or agree the pay in ${other.currency}.`,
  })
}
