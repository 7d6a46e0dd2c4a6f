import {
  type CurrencyCode,
  type Day,
  type Failure,
  money,
  ok,
  type PaymentTerms,
  paymentDueOn,
  percentOf,
  type Result,
  refuse,
  refuseInput,
} from '#plugins/kernel/domain'
import {
  type InvoiceLine,
  isLineReckonable,
  type LineTax,
  lineNet,
  type TaxCategory,
} from './invoice-line'

/** UNCL 1001: 380 is an invoice, 381 a credit note. */
export type DocumentType = '380' | '381'

/** Tax once per category and rate (EN 16931, BR-CO-17), or rounded on each line (as in Sweden). */
export type TaxRounding = 'per-category' | 'per-line'

export type ComputedLine = InvoiceLine & { netMinor: number }

export type TaxSubtotal = {
  category: TaxCategory
  rateBp: number
  basisMinor: number
  taxMinor: number
}

export type InvoiceTotals = { netMinor: number; taxMinor: number; grossMinor: number }

export type ComputedInvoice = InvoiceTotals & {
  documentType: DocumentType
  currency: CurrencyCode
  lines: ComputedLine[]
  taxes: TaxSubtotal[]
}

/**
 * The arithmetic of an invoice: nets rounded per line, tax per category (or per line), totals as
 * sums of what is shown; half away from zero throughout. Refuses an invoice without lines, a tax
 * rate below zero, a rate on a category that carries none, and a line beyond what is kept exactly.
 */
export const computeInvoice = ({
  lines,
  currency,
  taxRounding = 'per-category',
}: {
  lines: readonly InvoiceLine[]
  currency: CurrencyCode
  taxRounding?: TaxRounding
}): Result<ComputedInvoice, Failure> => {
  if (lines.length === 0) {
    return refuse<Failure>({
      kind: 'state',
      code: 'invoice-without-lines',
      message: 'An invoice needs at least one line.',
    })
  }
  const wrong = lines.find(({ tax }) => !isRateAllowed(tax))
  if (wrong) {
    return refuse<Failure>({
      kind: 'input',
      code: 'tax-rate-not-allowed',
      message: `Tax category ${wrong.tax.category} cannot have a rate of ${wrong.tax.rateBp / 100} %.`,
      fields: {
        [`lines.${lines.indexOf(wrong)}.tax`]: 'Choose the standard category or a rate of zero.',
      },
    })
  }
  const tooLarge = lines.findIndex(({ quantity }) => !isLineReckonable({ quantity, currency }))
  if (tooLarge >= 0)
    return refuseInput({
      [`lines.${tooLarge}.quantityE4`]: 'Quantity times price is too large. Check both.',
    })
  const computed = lines.map((line) => ({
    ...line,
    netMinor: lineNet({ quantity: line.quantity, currency }).amountMinor,
  }))
  const taxes = taxesOf({ lines: computed, currency, taxRounding })
  const netMinor = sum(computed.map((line) => line.netMinor))
  const taxMinor = sum(taxes.map((tax) => tax.taxMinor))
  return ok({
    documentType: '380',
    currency,
    lines: computed,
    taxes,
    netMinor,
    taxMinor,
    grossMinor: money({ amountMinor: netMinor + taxMinor, currency }).amountMinor,
  })
}

/**
 * The full credit note of an invoice: the exact negative of every figure, never reckoned again, so
 * that both together are zero in each line, tax and total.
 */
export const creditNoteOf = (invoice: ComputedInvoice): ComputedInvoice => ({
  documentType: '381',
  currency: invoice.currency,
  lines: invoice.lines.map((line) => ({
    ...line,
    quantity:
      line.quantity.unit === 'hour'
        ? { ...line.quantity, minutes: negated(line.quantity.minutes) }
        : { ...line.quantity, quantityE4: negated(line.quantity.quantityE4) },
    netMinor: negated(line.netMinor),
  })),
  taxes: invoice.taxes.map((tax) => ({
    ...tax,
    basisMinor: negated(tax.basisMinor),
    taxMinor: negated(tax.taxMinor),
  })),
  netMinor: negated(invoice.netMinor),
  taxMinor: negated(invoice.taxMinor),
  grossMinor: negated(invoice.grossMinor),
})

/** The day an invoice is due. A credit note is due at once: it is owed, not awaited. */
export const invoiceDueOn = ({
  documentType,
  issuedOn,
  terms,
}: {
  documentType: DocumentType
  issuedOn: Day
  terms: PaymentTerms
}): Day => (documentType === '381' ? issuedOn : paymentDueOn({ issuedOn, terms }))

const taxesOf = ({
  lines,
  currency,
  taxRounding,
}: {
  lines: readonly ComputedLine[]
  currency: CurrencyCode
  taxRounding: TaxRounding
}): TaxSubtotal[] => {
  const subtotals = new Map<string, TaxSubtotal>()
  for (const { tax, netMinor } of lines) {
    const key = `${tax.category}:${tax.rateBp}`
    const known = subtotals.get(key)
    subtotals.set(key, {
      category: tax.category,
      rateBp: tax.rateBp,
      basisMinor: (known?.basisMinor ?? 0) + netMinor,
      taxMinor: (known?.taxMinor ?? 0) + taxOn({ netMinor, tax, currency }),
    })
  }
  return [...subtotals.values()].map((subtotal) =>
    taxRounding === 'per-line'
      ? subtotal
      : {
          ...subtotal,
          taxMinor: taxOn({ netMinor: subtotal.basisMinor, tax: subtotal, currency }),
        },
  )
}

const taxOn = ({
  netMinor,
  tax,
  currency,
}: {
  netMinor: number
  tax: LineTax
  currency: CurrencyCode
}): number =>
  percentOf({ amount: money({ amountMinor: netMinor, currency }), basisPoints: tax.rateBp })
    .amountMinor

const isRateAllowed = ({ category, rateBp }: LineTax): boolean =>
  category === 'S' ? rateBp > 0 : rateBp === 0

const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0)

const negated = (amount: number): number => (amount === 0 ? 0 : -amount)
