import type { Day, Instant, Money } from '#plugins/kernel/domain'
import type { PaperParty, PaperSize } from '#plugins/kernel/pdf'

/** Everything an invoice or credit note shows, frozen at issue: nothing is looked up or reckoned. */
export type InvoicePaper = {
  kind: 'invoice' | 'credit-note'
  number: string
  /** For a credit note: the number of the invoice it corrects. */
  corrects?: string
  /** BCP 47: decides words, money and dates. */
  locale: string
  size: PaperSize
  createdAt: Instant
  issuedOn: Day
  dueOn: Day | null
  servicePeriod: { from: Day; to: Day } | null
  seller: PaperParty
  buyer: PaperParty
  /** Purchase order, contract, cost centre, tax numbers: label and value as they should read. */
  references: readonly { label: string; value: string }[]
  lines: readonly InvoicePaperLine[]
  taxes: readonly InvoicePaperTax[]
  net: Money
  tax: Money
  gross: Money
  paid: Money
  due: Money
  bank: {
    accountName: string
    bankName: string
    lines: readonly { label: string; value: string }[]
  }
  /** Where it can be paid online; shown in full, since paper cannot be clicked. */
  paymentUrl: string | null
  notes: readonly string[]
}

export type InvoicePaperLine = {
  description: string
  /** Worker, week, place: what a client needs to check the line. */
  detail?: string
  quantity: { minutes: number } | { units: number }
  /** 1/10,000 of the major unit per hour or unit. */
  rateE4: number
  /** A premium such as 3/2 that the rate is multiplied with. */
  ratio?: { num: number; den: number }
  net: Money
}

export type InvoicePaperTax = {
  /** Such as 'VAT' or 'Sales tax'. */
  label: string
  basisPoints: number
  net: Money
  tax: Money
  /** What the law wants said, such as 'Reverse charge'. */
  note?: string
}
