import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, isCurrencyCode, isUuid } from '#plugins/kernel/domain'
import { storedTrace } from '../domain/stored-trace'
import { explainTrace } from '../domain/trace'

const lineRow = z.object({
  id: z.string(),
  weekStartsOn: z.string(),
  earnCode: z.string(),
  minutes: wholeNumber,
  rateE4: wholeNumber,
  ratioNum: wholeNumber,
  ratioDen: wholeNumber,
  amountMinor: wholeNumber,
  currency: z.string().refine(isCurrencyCode),
  ruleSet: z.string(),
  reversalOf: z.string().nullable(),
  trace: storedTrace,
})

export type SheetLine = Omit<z.output<typeof lineRow>, 'trace'> & {
  /** The reckoning, one sentence per step. */
  explanation: string[]
}

/** What the worker earns for a sheet, corrections included: for staff with `pay.read`, else none. */
export const payLinesOfTimesheet = async ({
  req,
  timesheetId,
}: {
  req: PayloadRequest
  timesheetId: string
}): Promise<SheetLine[]> =>
  can({ actor: actorOf(req), permission: 'pay.read' })
    ? await linesIn({ req, table: 'pay_lines', timesheetId })
    : []

/** What the client owes for a sheet, corrections included: for staff with `rates.read`, else none. */
export const billLinesOfTimesheet = async ({
  req,
  timesheetId,
}: {
  req: PayloadRequest
  timesheetId: string
}): Promise<SheetLine[]> =>
  can({ actor: actorOf(req), permission: 'rates.read' })
    ? await linesIn({ req, table: 'bill_lines', timesheetId })
    : []

const linesIn = async ({
  req,
  table,
  timesheetId,
}: {
  req: PayloadRequest
  table: 'pay_lines' | 'bill_lines'
  timesheetId: string
}): Promise<SheetLine[]> => {
  if (!isUuid(timesheetId)) return []
  const rows = await sqlOf(req).rows({
    schema: lineRow,
    text: `select id, week_starts_on as "weekStartsOn", earn_code as "earnCode", minutes,
        rate_e4 as "rateE4", ratio_num as "ratioNum", ratio_den as "ratioDen",
        amount_minor as "amountMinor", currency, rule_set || '@' || rule_set_version as "ruleSet",
        reversal_of_id as "reversalOf", trace
      from ${table} where timesheet_id = $1 order by week_starts_on, position`,
    values: [timesheetId],
  })
  return rows.map(({ trace, ...line }) => ({
    ...line,
    explanation: explainTrace({ trace, currency: line.currency }),
  }))
}
