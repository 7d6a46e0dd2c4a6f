import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { addDays, instantOf, isCurrencyCode, isZone, type Zone } from '#plugins/kernel/domain'
import type { CountedTime } from '../domain/evaluate-sheets'
import { countedStates } from '../domain/timesheet-workflow'
import type { WeekKey } from '../domain/week-key'

const timeRow = z.object({
  entryId: z.string(),
  placementId: z.string(),
  timesheetId: z.string(),
  clientId: z.string(),
  zone: z.string().refine(isZone),
  startAt: instant,
  endAt: instant,
  breakMinutes: wholeNumber,
  terms: z.object({
    currency: z.string().refine(isCurrencyCode),
    payRateE4: wholeNumber.nullable(),
    billRateE4: wholeNumber.nullable(),
    overtimeBilling: z.enum(['last-worked', 'pro-rata', 'absorb']),
    billOvertimeMultiplierBp: wholeNumber,
    ruleSet: z.string(),
  }),
})

/**
 * The counted entries of a week at one employer, over all placements, each with the terms that were in
 * force when it was approved, and those of the days around it: a workday at another place of work may
 * lie over the border, and a seventh day be the last of a week there. For the evaluation, which holds
 * the week.
 */
export const countedTime = async ({
  req,
  week,
  zone,
}: {
  req: PayloadRequest
  week: WeekKey
  zone: Zone
}): Promise<CountedTime[]> => {
  const midnight = (days: number) =>
    instantOf({ day: addDays({ day: week.weekStartsOn, days }), time: '00:00', zone }).instant
  return await sqlOf(req).rows({
    schema: timeRow,
    text: `select e.id as "entryId", s.placement_id as "placementId", s.id as "timesheetId",
        s.client_id as "clientId", e.zone, e.started_at as "startAt", e.ended_at as "endAt",
        e.break_minutes as "breakMinutes",
        jsonb_build_object('currency', t.currency, 'payRateE4', t.pay_rate_e4,
          'billRateE4', t.bill_rate_e4, 'overtimeBilling', t.overtime_billing,
          'billOvertimeMultiplierBp', t.bill_overtime_multiplier_bp, 'ruleSet', t.rule_set) as terms
      from timesheets s
      join time_entries e on e.timesheet_id = s.id
      join placement_terms t on t.id = e.terms_id
      where s.candidate_id = $1 and s.legal_entity_id = $2 and s.state = any($3)
        and e.started_at < $5 and e.ended_at > $4
      order by e.started_at, e.id`,
    values: [week.candidateId, week.legalEntityId, [...countedStates], midnight(-8), midnight(9)],
  })
}
