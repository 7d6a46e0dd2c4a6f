import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, currencyCode, ok, refuseRight, type Day, type Result } from '#plugins/kernel/domain'
import { earnCodes } from '#plugins/timekeeping/domain'

const unbilledLine = z
  .object({
    bill_line_id: z.string(),
    placement_id: z.string(),
    timesheet_id: z.string(),
    candidate_name: z.string(),
    job_title: z.string(),
    week_starts_on: z.string(),
    week_ends_on: z.string(),
    earn_code: z.enum(earnCodes),
    minutes: wholeNumber,
    rate_e4: wholeNumber,
    ratio_num: wholeNumber,
    ratio_den: wholeNumber,
    amount_minor: wholeNumber,
    currency: currencyCode,
    tax_rate_bp: wholeNumber.nullable(),
    purchase_order: z.string().nullable(),
  })
  .transform((row) => ({
    billLineId: row.bill_line_id,
    placementId: row.placement_id,
    timesheetId: row.timesheet_id,
    candidateName: row.candidate_name,
    jobTitle: row.job_title,
    weekStartsOn: row.week_starts_on,
    weekEndsOn: row.week_ends_on,
    earnCode: row.earn_code,
    minutes: row.minutes,
    rateE4: row.rate_e4,
    ratio: { num: row.ratio_num, den: row.ratio_den },
    amountMinor: row.amount_minor,
    currency: row.currency,
    taxRateBp: row.tax_rate_bp,
    purchaseOrder: row.purchase_order,
  }))

export type UnbilledLine = z.output<typeof unbilledLine>

/** A client's bill lines of whole weeks up to a day that no live invoice holds. Called by commands. */
export const unbilledLinesOf = async ({
  req,
  clientId,
  legalEntityId,
  throughOn,
}: {
  req: PayloadRequest
  clientId: string
  legalEntityId: string
  throughOn: Day
}): Promise<UnbilledLine[]> =>
  await sqlOf(req).rows({
    schema: unbilledLine,
    text: `select bill_line_id, placement_id, timesheet_id, candidate_name, job_title,
        week_starts_on, week_ends_on, earn_code, minutes, rate_e4, ratio_num, ratio_den,
        amount_minor, currency, tax_rate_bp, purchase_order
      from unbilled_time
      where client_id = $1 and legal_entity_id = $2 and week_ends_on <= $3
      order by candidate_name, placement_id, week_starts_on, bill_line_id`,
    values: [clientId, legalEntityId, throughOn],
  })

const clientRow = z
  .object({
    client_id: z.string(),
    client_name: z.string(),
    legal_entity_id: z.string(),
    currency: z.string(),
    minutes: wholeNumber,
    amount_minor: wholeNumber,
    oldest_week_on: z.string(),
    sheets: wholeNumber,
  })
  .transform((row) => ({
    clientId: row.client_id,
    clientName: row.client_name,
    legalEntityId: row.legal_entity_id,
    currency: row.currency,
    minutes: row.minutes,
    amountMinor: row.amount_minor,
    oldestWeekOn: row.oldest_week_on,
    sheets: row.sheets,
  }))

export type UnbilledClient = z.output<typeof clientRow>

/** Work done and approved but not invoiced, per client, legal entity and currency, for staff. */
export const unbilledTime = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<Result<UnbilledClient[]>> => {
  if (!can({ actor: actorOf(req), permission: 'invoices.read' })) return refuseRight()
  return ok(
    await sqlOf(req).rows({
      schema: clientRow,
      text: `select u.client_id, c.name as client_name, u.legal_entity_id, u.currency,
          sum(u.minutes) as minutes, sum(u.amount_minor) as amount_minor,
          min(u.week_starts_on) as oldest_week_on, count(distinct u.timesheet_id) as sheets
        from unbilled_time u join client_corporations c on c.id = u.client_id
        group by u.client_id, c.name, u.legal_entity_id, u.currency
        order by min(u.week_starts_on), c.name`,
    }),
  )
}
