import { z } from 'zod'

import { defineCommand, sqlOf, wholeNumber } from '#plugins/kernel'
import { currencyCode, isUuid, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { placementWorkflow, releasedStates } from '#plugins/placements/domain'
import { lineTaxFor, lumpSum } from '../domain'
import { findBillTo } from '../queries/bill-to'
import { writeDraft } from './write-draft'

const feeRow = z.object({
  state: z.string(),
  client_id: z.string(),
  legal_entity_id: z.string(),
  job_order_id: z.string(),
  job_title: z.string(),
  candidate_name: z.string(),
  starts_on: z.string(),
  currency: currencyCode.nullable(),
  fee_minor: wholeNumber.nullable(),
  tax_rate_bp: wholeNumber.nullable(),
  purchase_order: z.string().nullable(),
  is_invoiced: z.boolean(),
})

/** The fee of a permanent placement as an invoice, once. */
export const draftFeeInvoice = defineCommand({
  name: 'draft-fee-invoice',
  summary: 'Drafts the invoice over the fee of a permanent placement.',
  input: z.object({ placementId: z.string().refine(isUuid, 'Choose a placement.') }),
  allow: { staff: 'invoices.write' },
  run: async ({ input: { placementId }, ctx: { req } }) => {
    const sql = sqlOf(req)
    // Two clicks at once: the second waits here and then finds the fee invoiced.
    await sql.run({
      text: 'select id from placements where id = $1 for update',
      values: [placementId],
    })
    const placement = await sql.first({
      schema: feeRow,
      text: `select state, client_id, legal_entity_id, job_order_id, job_title, candidate_name,
          starts_on, currency, fee_minor, tax_rate_bp, purchase_order, is_invoiced
        from placement_fees where placement_id = $1`,
      values: [placementId],
    })
    if (!placement) return refuseMissing('placement')
    if (releasedStates.some((state) => state === placement.state))
      return refuseState({
        code: 'placement-released',
        message: 'This placement did not come about: there is no fee.',
      })
    if (placement.state === placementWorkflow.initial)
      return refuseState({
        code: 'placement-not-confirmed',
        message: 'Confirm the placement before its fee is invoiced.',
      })
    if (placement.is_invoiced)
      return refuseState({
        code: 'fee-already-invoiced',
        message: 'The fee of this placement is already on an invoice.',
      })
    if (!placement.currency || !placement.fee_minor)
      return refuseState({
        code: 'no-fee',
        message: 'The terms of this placement name no fee.',
      })
    const billTo = await findBillTo({
      req,
      clientId: placement.client_id,
      legalEntityId: placement.legal_entity_id,
    })
    if (!billTo.ok) return billTo
    return await writeDraft({
      req,
      draft: {
        clientId: placement.client_id,
        legalEntityId: placement.legal_entity_id,
        currency: placement.currency,
        jobOrderId: placement.job_order_id,
        placementId,
        purchaseOrder: placement.purchase_order,
        service: { from: placement.starts_on, until: placement.starts_on },
        lines: [
          {
            lineId: placementId,
            description: `Placement fee · ${placement.job_title}`,
            detail: placement.candidate_name,
            quantity: lumpSum({ amountMinor: placement.fee_minor, currency: placement.currency }),
            tax: lineTaxFor(placement.tax_rate_bp ?? billTo.value.taxRateOn(placement.starts_on)),
            placementId,
            timesheetId: null,
            claims: [{ kind: 'placement-fee', id: placementId }],
          },
        ],
      },
    })
  },
})
