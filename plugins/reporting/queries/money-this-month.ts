import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { openInvoiceStates, type InvoiceState } from '#plugins/billing/domain'
import { wholeNumber } from '#plugins/kernel'
import { currencyCode, ok, type Money, type Result } from '#plugins/kernel/domain'
import type { PaymentState } from '#plugins/payments/domain'
import { ledBy } from '../domain'
import { baseCurrency } from './base-currency'
import { refusalOf, type Clock } from './reader'
import { reportsSql } from './reports-sql'

export type MoneyThisMonth = {
  /** Issued since the first of the month, credit notes taken off; gross. */
  invoiced: readonly Money[]
  invoicesIssued: number
  /** Received since the first of the month. */
  paid: readonly Money[]
  /** Issued and not yet paid, whenever issued. */
  open: readonly Money[]
  /** Of these, past their due day. */
  overdue: readonly Money[]
  overdueInvoices: number
}

const invoiceRow = z.object({
  currency: currencyCode,
  invoiced: wholeNumber,
  issued: wholeNumber,
  open: wholeNumber,
  overdue: wholeNumber,
  overdue_count: wholeNumber,
})

export const receivedState: PaymentState = 'succeeded'
const neverIssuedStates: readonly InvoiceState[] = ['draft', 'void']

/** What was invoiced and received this month and what is owed, each currency by itself. */
export const moneyThisMonth = async ({
  req,
  clock,
}: {
  req: PayloadRequest
  clock: Clock
}): Promise<Result<MoneyThisMonth>> => {
  const refusal = refusalOf({ req, also: ['invoices.read'] })
  if (refusal) return refusal
  const sql = reportsSql(req)
  const invoices = await sql.rows({
    schema: invoiceRow,
    text: `select currency,
        coalesce(sum(case when kind = 'credit-note' then -abs(gross_minor) else gross_minor end)
          filter (where issue_on >= $1 and state <> all($3)), 0) as invoiced,
        count(*) filter (where issue_on >= $1 and state <> all($3)
          and kind = 'invoice') as issued,
        coalesce(sum(gross_minor - paid_minor)
          filter (where state = any($2) and kind = 'invoice'), 0) as open,
        coalesce(sum(gross_minor - paid_minor)
          filter (where state = any($2) and kind = 'invoice' and due_on < $4), 0) as overdue,
        count(*) filter (where state = any($2) and kind = 'invoice' and due_on < $4)
          as overdue_count
      from invoices group by currency
      order by count(*) desc, currency`,
    values: [clock.monthStartsOn, openInvoiceStates, neverIssuedStates, clock.today],
  })
  const payments = await sql.rows({
    schema: z.object({ currency: currencyCode, received: wholeNumber }),
    text: `select currency, sum(amount_minor) as received from payments
      where state = $2 and received_on >= $1
      group by currency order by count(*) desc, currency`,
    values: [clock.monthStartsOn, receivedState],
  })
  // The agency's own currency comes first in every figure, so that they stand side by side.
  const base = await baseCurrency(req)
  const owed = (amountOf: (row: (typeof invoices)[number]) => number) =>
    ledBy({ rows: invoices, base })
      .map((row) => ({ amountMinor: amountOf(row), currency: row.currency }))
      .filter(({ amountMinor }, at) => at === 0 || amountMinor !== 0)
  return ok({
    invoiced: owed((row) => row.invoiced),
    invoicesIssued: invoices.reduce((sum, row) => sum + row.issued, 0),
    paid: ledBy({ rows: payments, base }).map(({ received, currency }) => ({
      amountMinor: received,
      currency,
    })),
    open: owed((row) => row.open),
    overdue: owed((row) => row.overdue),
    overdueInvoices: invoices.reduce((sum, row) => sum + row.overdue_count, 0),
  })
}
