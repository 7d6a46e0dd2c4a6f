import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { currencyCode, isUuid } from '#plugins/kernel/domain'
import { lineTaxFor } from '../domain'
import { findBillTo } from '../queries/bill-to'
import { writeDraft } from './write-draft'

const wholeNumber = (message: string) => z.number(message).int(message)

const manualLine = z.object({
  description: z.string().trim().min(1, 'Write what is charged.').max(300),
  detail: z.string().trim().max(300).nullish(),
  /** In 1/10,000: 15000 is one and a half. */
  quantityE4: wholeNumber('Enter how many.').min(1, 'Enter a quantity above zero.').max(1e12),
  /** In 1/10,000 of the currency unit. */
  priceE4: wholeNumber('Enter a price.').min(0, 'A price cannot be negative.').max(1e13),
  /** Absent: the usual rate of the client or the legal entity. */
  taxRateBp: wholeNumber('Enter a tax rate.').min(0).max(10_000).nullish(),
})

/** For what no timesheet and no fee tells, such as an expense that is passed on. */
export const draftInvoice = defineCommand({
  name: 'draft-invoice',
  summary: 'Drafts an invoice with lines written by hand.',
  input: z.object({
    clientId: z.string().refine(isUuid, 'Choose a client.'),
    legalEntityId: z.string().refine(isUuid, 'Choose the legal entity that issues it.'),
    currency: currencyCode,
    purchaseOrder: z.string().trim().max(100).nullish(),
    note: z.string().trim().max(2_000).nullish(),
    lines: z.array(manualLine).min(1, 'Add at least one line.').max(500),
  }),
  allow: { staff: 'invoices.write' },
  run: async ({ input, ctx: { req } }) => {
    const billTo = await findBillTo({ req, ...input })
    if (!billTo.ok) return billTo
    return await writeDraft({
      req,
      draft: {
        clientId: input.clientId,
        legalEntityId: input.legalEntityId,
        currency: input.currency,
        purchaseOrder: input.purchaseOrder ?? null,
        note: input.note ?? null,
        lines: input.lines.map(
          ({ description, detail, priceE4, quantityE4, taxRateBp }, index) => ({
            lineId: String(index + 1),
            description,
            detail: detail ?? null,
            quantity: { unit: 'piece', quantityE4, priceE4 },
            tax: lineTaxFor(taxRateBp ?? billTo.value.taxRateOn(billTo.value.today)),
            placementId: null,
            timesheetId: null,
            claims: [],
          }),
        ),
      },
    })
  },
})
