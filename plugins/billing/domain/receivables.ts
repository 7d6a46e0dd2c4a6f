import {
  type CurrencyCode,
  type Day,
  daysBetween,
  type Failure,
  ok,
  type Result,
  refuseInput,
} from '#plugins/kernel/domain'

/** How far an issued invoice is settled, by money alone. */
export type Settlement = 'issued' | 'part_paid' | 'paid' | 'credited'

export type ReceivedPayment = {
  paymentId: string
  amountMinor: number
  /** Given back to the payer, at most the amount. */
  refundedMinor: number
}

export type InvoiceBalance = {
  state: Settlement
  paidMinor: number
  openMinor: number
  /** Received beyond the invoice: kept as unapplied cash, never lost. */
  unallocatedMinor: number
  allocations: { paymentId: string; amountMinor: number }[]
}

/**
 * The balance of an invoice from what was received and credited for it. Payments fill it in the
 * order given; whatever the order, state, open and unallocated amounts are the same. Amounts are
 * minor units of the invoice's currency. Refuses a payment of nothing or less, and a refund larger
 * than its payment.
 */
export const balanceOf = ({
  grossMinor,
  creditedMinor,
  payments,
}: {
  grossMinor: number
  creditedMinor: number
  payments: readonly ReceivedPayment[]
}): Result<InvoiceBalance, Failure> => {
  const fields: Record<string, string> = {}
  for (const [index, { amountMinor, refundedMinor }] of payments.entries()) {
    if (amountMinor <= 0) fields[`payments.${index}.amount`] = 'Enter an amount above zero.'
    if (refundedMinor < 0 || refundedMinor > amountMinor) {
      fields[`payments.${index}.refunded`] = 'A refund cannot be more than its payment.'
    }
  }
  if (Object.keys(fields).length > 0) return refuseInput(fields)

  const payableMinor = Math.max(0, grossMinor - creditedMinor)
  let openMinor = payableMinor
  let unallocatedMinor = 0
  const allocations = payments.map(({ paymentId, amountMinor, refundedMinor }) => {
    const kept = amountMinor - refundedMinor
    const allocated = Math.min(kept, openMinor)
    openMinor -= allocated
    unallocatedMinor += kept - allocated
    return { paymentId, amountMinor: allocated }
  })
  return ok({
    state: settlementOf({ payableMinor, openMinor, creditedMinor }),
    paidMinor: payableMinor - openMinor,
    openMinor,
    unallocatedMinor,
    allocations: allocations.filter((allocation) => allocation.amountMinor > 0),
  })
}

/**
 * Spreads one payment over invoices in the order given (the oldest first, as a rule). What is left
 * stays unallocated. Refuses a payment of nothing or less.
 */
export const allocatePayment = ({
  amountMinor,
  invoices,
}: {
  amountMinor: number
  invoices: readonly { invoiceId: string; openMinor: number }[]
}): Result<
  { allocations: { invoiceId: string; amountMinor: number }[]; unallocatedMinor: number },
  Failure
> => {
  if (amountMinor <= 0) return refuseInput({ amount: 'Enter an amount above zero.' })
  let unallocatedMinor = amountMinor
  const allocations = invoices.map(({ invoiceId, openMinor }) => {
    const allocated = Math.min(unallocatedMinor, Math.max(0, openMinor))
    unallocatedMinor -= allocated
    return { invoiceId, amountMinor: allocated }
  })
  return ok({
    allocations: allocations.filter((allocation) => allocation.amountMinor > 0),
    unallocatedMinor,
  })
}

/** What is doubtful about money entered by hand for an invoice, by field; null when nothing is. */
export const receiptProblems = ({
  amountMinor,
  openMinor,
  isSurplusKept,
  receivedOn,
  today,
}: {
  amountMinor: number
  openMinor: number
  isSurplusKept: boolean
  receivedOn: Day
  /** Where the legal entity is. */
  today: Day
}): Record<string, string> | null => {
  if (receivedOn > today) return { receivedOn: 'This day is still to come.' }
  if (amountMinor > openMinor && !isSurplusKept)
    return { isSurplusKept: 'This is more than is open. Confirm it, or correct the amount.' }
  return null
}

export const agingBuckets = ['current', '1-30', '31-60', '61-90', '90+'] as const
export type AgingBucket = (typeof agingBuckets)[number]

export type AgedInvoice = {
  invoiceId: string
  currency: CurrencyCode
  issuedOn: Day
  dueOn: Day
  grossMinor: number
  /** Payments and credits, each with the day from which it counts; refunds are negative. */
  allocations: readonly { on: Day; amountMinor: number }[]
}

export type AgingRow = { currency: CurrencyCode; totalMinor: number } & Record<AgingBucket, number>

/**
 * What was owed at the end of the day `asOf`, by days past due, one row per currency: only invoices
 * and allocations up to that day count, so that a past day never changes. Due today is current.
 */
export const agingOf = ({
  invoices,
  asOf,
}: {
  invoices: readonly AgedInvoice[]
  asOf: Day
}): AgingRow[] => {
  const rows = new Map<CurrencyCode, AgingRow>()
  for (const invoice of invoices) {
    if (invoice.issuedOn > asOf) continue
    const open = openOn({ invoice, asOf })
    if (open === 0) continue
    const { currency } = invoice
    const row = rows.get(currency) ?? emptyRow(currency)
    const bucket = bucketOf(daysBetween({ from: invoice.dueOn, to: asOf }))
    rows.set(currency, {
      ...row,
      [bucket]: row[bucket] + open,
      totalMinor: row.totalMinor + open,
    })
  }
  return [...rows.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** The bucket for days past the due day; zero or fewer is current. */
export const bucketOf = (daysPastDue: number): AgingBucket => {
  if (daysPastDue <= 0) return 'current'
  if (daysPastDue <= 30) return '1-30'
  if (daysPastDue <= 60) return '31-60'
  return daysPastDue <= 90 ? '61-90' : '90+'
}

const settlementOf = ({
  payableMinor,
  openMinor,
  creditedMinor,
}: {
  payableMinor: number
  openMinor: number
  creditedMinor: number
}): Settlement => {
  if (payableMinor === 0 && creditedMinor > 0) return 'credited'
  if (openMinor === 0) return 'paid'
  return openMinor === payableMinor ? 'issued' : 'part_paid'
}

const openOn = ({ invoice, asOf }: { invoice: AgedInvoice; asOf: Day }): number =>
  invoice.allocations
    .filter((allocation) => allocation.on <= asOf)
    .reduce((open, allocation) => open - allocation.amountMinor, invoice.grossMinor)

const emptyRow = (currency: CurrencyCode): AgingRow => ({
  currency,
  totalMinor: 0,
  current: 0,
  '1-30': 0,
  '31-60': 0,
  '61-90': 0,
  '90+': 0,
})
