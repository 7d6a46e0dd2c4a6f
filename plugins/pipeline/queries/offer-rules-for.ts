import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf, wholeNumber } from '#plugins/kernel'
import {
  earnCodesFor,
  reasonsToApprove,
  usualOfferRules,
  type ApprovalReason,
  type OfferRules,
} from '../domain/offer-approval'
import type { OfferTerms } from '../domain/offer-terms'

/** The rules that hold for a client: its own, else the agency’s, else the usual ones. */
const offerRulesFor = async ({
  req,
  clientId,
}: {
  req: PayloadRequest
  clientId: string
}): Promise<OfferRules> =>
  (await sqlOf(req).first({
    schema: z
      .object({
        min_margin_bp: wholeNumber,
        min_fee_bp: wholeNumber,
        is_over_pay_asked: z.boolean(),
      })
      .transform((row) => ({
        minMarginBp: row.min_margin_bp,
        minFeeBp: row.min_fee_bp,
        isOverPayAsked: row.is_over_pay_asked,
      })),
    text: `select min_margin_bp, min_fee_bp, coalesce(is_over_pay_asked, false) as is_over_pay_asked
      from offer_rules where client_id = $1 or client_id is null
      order by client_id is null, created_at limit 1`,
    values: [clientId],
  })) ?? usualOfferRules

/** Why these terms have to be approved before the candidate sees them, by today’s rules and prices. */
export const approvalReasonsFor = async ({
  req,
  order,
  terms,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  terms: Pick<OfferTerms, 'payRateE4' | 'salaryMinor'>
}): Promise<ApprovalReason[]> => {
  const clientId = idOf(order.client)
  const rules = await offerRulesFor({ req, clientId })
  const client = await req.payload.findByID({
    collection: 'client-corporations',
    id: clientId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const card = order.rateCard
    ? await req.payload.findByID({
        collection: 'rate-cards',
        id: idOf(order.rateCard),
        depth: 0,
        req,
        overrideAccess: true,
        disableErrors: true,
      })
    : null
  const paid = await sqlOf(req).first({
    schema: z.object({ jurisdiction: z.string().nullable(), rule_set: z.string() }),
    text: `select location.jurisdiction, coalesce(entity.rule_set::text, 'none') as rule_set
      from client_corporations client
      left join legal_entities entity on entity.id = client.legal_entity_id
      left join work_locations location on location.id = $2
      where client.id = $1`,
    values: [clientId, order.workLocation ? idOf(order.workLocation) : null],
  })
  return reasonsToApprove({
    rules,
    price: {
      employmentType: order.employmentType,
      payRateE4: terms.payRateE4,
      salaryMinor: terms.salaryMinor,
      orderPayRateE4: order.payRateE4 ?? null,
      orderSalaryToMinor: order.salaryToMinor ?? null,
      billRateE4: order.billRateE4 ?? null,
      burdenBp: order.burdenBp ?? 0,
      billOvertimeMultiplierBp:
        card?.billOvertimeMultiplierBp ?? client.billOvertimeMultiplierBp ?? 15_000,
      earnCodes: earnCodesFor({
        jurisdiction: paid?.jurisdiction ?? null,
        usualRuleSet: paid?.rule_set ?? 'none',
      }),
      feeBp: order.feeBp ?? null,
      feeFlatMinor: order.feeFlatMinor ?? null,
    },
  })
}
