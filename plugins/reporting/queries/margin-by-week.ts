import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { wholeNumber } from '#plugins/kernel'
import { addDays, currencyCode, ok, type CurrencyCode, type Result } from '#plugins/kernel/domain'
import { grossMarginOf, type GrossMargin } from '../domain'
import { refusalOf, type Clock } from './reader'
import { reportsSql } from './reports-sql'

export type CurrencyMargin = {
  currency: CurrencyCode
  billMinor: number
  payMinor: number
  total: GrossMargin
  /** One figure per reported week, the oldest first. */
  weeks: readonly { weekStartsOn: string; marginMinor: number }[]
}

const lineRow = z.object({
  currency: currencyCode,
  week_starts_on: z.string(),
  bill: wholeNumber,
  pay: wholeNumber,
  lines: wholeNumber,
})

/**
 * Gross margin of the hours that are approved, over the reported weeks, each currency by itself. Lines
 * exist for approved hours only, reversals among them, so sums of lines are sums of approved hours.
 */
export const marginByWeek = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Clock
}): Promise<Result<readonly CurrencyMargin[]>> => {
  const refusal = refusalOf({ req, also: ['rates.read'] })
  if (refusal) return refusal
  // A workweek may begin on any weekday: it belongs to the reported week that holds its first day.
  const rows = await reportsSql(req).rows({
    schema: lineRow,
    text: `select currency, week_starts_on, sum(bill) as bill, sum(pay) as pay, count(*) as lines
      from (
        select currency, week_starts_on, amount_minor as bill, 0 as pay from bill_lines
        union all
        select currency, week_starts_on, 0, amount_minor from pay_lines
      ) lines
      where week_starts_on >= $1 and week_starts_on < $2
      group by currency, week_starts_on`,
    values: [clock.weeks[0], addDays({ day: clock.weekStartsOn, days: 7 })],
  })
  const linesOf = (currency: CurrencyCode) => rows.filter((row) => row.currency === currency)
  const currencies = [...new Set(rows.map((row) => row.currency))].sort(
    (a, b) => countOf(linesOf(b)) - countOf(linesOf(a)) || (a < b ? -1 : 1),
  )
  return ok(
    currencies.map((currency) => {
      const lines = linesOf(currency)
      const sums = sumOf(lines)
      return {
        currency,
        ...sums,
        total: grossMarginOf(sums),
        weeks: clock.weeks.map((weekStartsOn) => ({
          weekStartsOn,
          marginMinor: grossMarginOf(
            sumOf(
              lines.filter(
                (row) =>
                  row.week_starts_on >= weekStartsOn &&
                  row.week_starts_on < addDays({ day: weekStartsOn, days: 7 }),
              ),
            ),
          ).marginMinor,
        })),
      }
    }),
  )
}

type Line = z.output<typeof lineRow>

const countOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.lines, 0)

const sumOf = (lines: readonly Line[]) => ({
  billMinor: lines.reduce((sum, line) => sum + line.bill, 0),
  payMinor: lines.reduce((sum, line) => sum + line.pay, 0),
})
