import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { type ComputedLine, taxCategories } from '../domain'

const lineRow = z
  .object({
    id: z.string(),
    description: z.string(),
    detail: z.string().nullable(),
    unit: z.enum(['hour', 'piece']),
    quantity_minutes: wholeNumber.nullable(),
    quantity_e4: wholeNumber.nullable(),
    rate_e4: wholeNumber,
    ratio_num: wholeNumber,
    ratio_den: wholeNumber,
    net_minor: wholeNumber,
    tax_rate_bp: wholeNumber,
    tax_category: z.enum(taxCategories),
    placement_id: z.string().nullable(),
    timesheet_id: z.string().nullable(),
  })
  .transform((row) => {
    const line: ComputedLine = {
      lineId: row.id,
      description: row.description,
      quantity:
        row.unit === 'hour'
          ? {
              unit: 'hour',
              minutes: row.quantity_minutes ?? 0,
              rateE4: row.rate_e4,
              ratio: { num: row.ratio_num, den: row.ratio_den },
            }
          : { unit: 'piece', quantityE4: row.quantity_e4 ?? 0, priceE4: row.rate_e4 },
      tax: { category: row.tax_category, rateBp: row.tax_rate_bp },
      netMinor: row.net_minor,
    }
    return {
      ...line,
      detail: row.detail,
      placementId: row.placement_id,
      timesheetId: row.timesheet_id,
    }
  })

export type StoredLine = z.output<typeof lineRow>

/** The lines of an invoice in order. The caller has checked that the actor may see it. */
export const storedLines = async ({
  req,
  invoiceId,
}: {
  req: PayloadRequest
  invoiceId: string
}): Promise<StoredLine[]> =>
  await sqlOf(req).rows({
    schema: lineRow,
    text: `select id, description, detail, unit, quantity_minutes, quantity_e4, rate_e4, ratio_num,
        ratio_den, net_minor, tax_rate_bp, tax_category, placement_id, timesheet_id
      from invoice_lines where invoice_id = $1 order by position`,
    values: [invoiceId],
  })
