import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'

export type PlacementTermsVersion = z.output<typeof termsVersion>

const termsVersion = z.object({
  id: z.string(),
  version: wholeNumber,
  effectiveFromOn: z.string(),
  currency: z.string(),
  payRateE4: wholeNumber.nullable(),
  billRateE4: wholeNumber.nullable(),
  salaryMinor: wholeNumber.nullable(),
  feeMinor: wholeNumber.nullable(),
  overtimeBilling: z.enum(['last-worked', 'pro-rata', 'absorb']),
  billOvertimeMultiplierBp: wholeNumber,
  ruleSet: z.string(),
  workweekStartsOn: wholeNumber,
  hoursPerWeekMinutes: wholeNumber.nullable(),
  purchaseOrder: z.string().nullable(),
  taxRateBp: wholeNumber.nullable(),
})

/**
 * All versions of a placement's terms, the first one first, with every rate: for commands and jobs
 * that have judged the actor, never for a page.
 */
export const termsOfPlacement = async ({
  req,
  placementId,
}: {
  req: PayloadRequest
  placementId: string
}): Promise<PlacementTermsVersion[]> =>
  await sqlOf(req).rows({
    schema: termsVersion,
    text: `select id, version, effective_from_on as "effectiveFromOn", currency,
        pay_rate_e4 as "payRateE4", bill_rate_e4 as "billRateE4", salary_minor as "salaryMinor",
        fee_minor as "feeMinor", overtime_billing as "overtimeBilling",
        bill_overtime_multiplier_bp as "billOvertimeMultiplierBp", rule_set as "ruleSet",
        workweek_starts_on as "workweekStartsOn",
        hours_per_week_minutes as "hoursPerWeekMinutes", purchase_order as "purchaseOrder",
        tax_rate_bp as "taxRateBp"
      from placement_terms where placement_id = $1 order by version`,
    values: [placementId],
  })
