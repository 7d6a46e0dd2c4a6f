import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentNumber } from '#plugins/agency/domain'
import {
  type ComputedInvoice,
  computeInvoice,
  creditNoteOf,
  invoiceDueOn,
  type TaxRounding,
} from './invoice'
import { type InvoiceLine, type LineTax, lumpSum } from './invoice-line'

const standard: LineTax = { category: 'S', rateBp: 1900 }
const piece = ({
  quantityE4 = 10_000,
  priceE4,
  tax = standard,
}: {
  quantityE4?: number
  priceE4: number
  tax?: LineTax
}): InvoiceLine => ({
  lineId: `${quantityE4}-${priceE4}`,
  description: 'Line',
  quantity: { unit: 'piece', quantityE4, priceE4 },
  tax,
})
const computed = ({
  lines,
  taxRounding = 'per-category',
}: {
  lines: readonly InvoiceLine[]
  taxRounding?: TaxRounding
}): ComputedInvoice => {
  const result = computeInvoice({ lines, currency: 'EUR', taxRounding })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

describe('the arithmetic of an invoice', () => {
  it('rounds tax per category: three lines of 10.03 at 19 % owe 5.72', () => {
    const lines = [1, 2, 3].map(() => piece({ priceE4: 100_300 }))
    expect(computed({ lines })).toMatchObject({
      netMinor: 3009,
      taxMinor: 572,
      grossMinor: 3581,
      taxes: [{ category: 'S', rateBp: 1900, basisMinor: 3009, taxMinor: 572 }],
    })
    expect(computed({ lines, taxRounding: 'per-line' })).toMatchObject({
      netMinor: 3009,
      taxMinor: 573,
      grossMinor: 3582,
    })
  })

  it('adds hours and a fee: 37:15 h at 42.50 and 12,300.00', () => {
    const hours: InvoiceLine = {
      lineId: 'hours',
      description: 'Hours',
      quantity: { unit: 'hour', minutes: 2235, rateE4: 425_000, ratio: { num: 1, den: 1 } },
      tax: standard,
    }
    const fee: InvoiceLine = {
      lineId: 'fee',
      description: 'Fee',
      quantity: lumpSum({ amountMinor: 1_230_000, currency: 'EUR' }),
      tax: standard,
    }
    const invoice = computed({ lines: [hours, fee] })
    expect(invoice.lines.map((line) => line.netMinor)).toEqual([158_313, 1_230_000])
    expect(invoice.grossMinor).toBe(1_652_092)
  })

  it('keeps categories and rates apart', () => {
    const { taxes } = computed({
      lines: [
        piece({ priceE4: 1_000_000 }),
        piece({ priceE4: 1_000_000, tax: { category: 'S', rateBp: 700 } }),
        piece({ priceE4: 1_000_000, tax: { category: 'AE', rateBp: 0 } }),
        piece({ priceE4: 500_000 }),
      ],
    })
    expect(taxes).toEqual([
      { category: 'S', rateBp: 1900, basisMinor: 15_000, taxMinor: 2850 },
      { category: 'S', rateBp: 700, basisMinor: 10_000, taxMinor: 700 },
      { category: 'AE', rateBp: 0, basisMinor: 10_000, taxMinor: 0 },
    ])
  })

  it.each([
    [[], 'invoice-without-lines'],
    [[piece({ priceE4: 1, tax: { category: 'AE', rateBp: 1900 } })], 'tax-rate-not-allowed'],
    [[piece({ priceE4: 1, tax: { category: 'S', rateBp: 0 } })], 'tax-rate-not-allowed'],
  ])('refuses %j: %s', (lines, code) => {
    expect(computeInvoice({ lines, currency: 'EUR' })).toMatchObject({
      ok: false,
      failure: { code },
    })
  })

  const anyLine = fc.oneof(
    fc
      .record({
        quantityE4: fc.integer({ min: -1_000_000, max: 10_000_000 }),
        priceE4: fc.nat({ max: 50_000_000 }),
        tax: fc.constantFrom<LineTax>(
          standard,
          { category: 'S', rateBp: 725 },
          { category: 'Z', rateBp: 0 },
        ),
      })
      .map(piece),
    fc
      .record({
        minutes: fc.integer({ min: -10_080, max: 10_080 }),
        rateE4: fc.nat({ max: 5_000_000 }),
        ratio: fc.constantFrom({ num: 1, den: 1 }, { num: 3, den: 2 }, { num: 37, den: 26 }),
      })
      .map(
        (time): InvoiceLine => ({
          lineId: 'time',
          description: 'Time',
          quantity: { unit: 'hour', ...time },
          tax: standard,
        }),
      ),
  )
  const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 20 })
  const anyRounding = fc.constantFrom<TaxRounding>('per-category', 'per-line')

  it('adds up: lines to net, bases to net, net and tax to gross', () => {
    fc.assert(
      fc.property(anyLines, anyRounding, (lines, taxRounding) => {
        const invoice = computed({ lines, taxRounding })
        const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
        expect(total(invoice.lines.map((line) => line.netMinor))).toBe(invoice.netMinor)
        expect(total(invoice.taxes.map((tax) => tax.basisMinor))).toBe(invoice.netMinor)
        expect(total(invoice.taxes.map((tax) => tax.taxMinor))).toBe(invoice.taxMinor)
        expect(invoice.netMinor + invoice.taxMinor).toBe(invoice.grossMinor)
      }),
    )
  })

  it('is cancelled to nothing by its credit note, which reckons to the same figures', () => {
    fc.assert(
      fc.property(anyLines, anyRounding, (lines, taxRounding) => {
        const invoice = computed({ lines, taxRounding })
        const credit = creditNoteOf(invoice)
        expect(credit.documentType).toBe('381')
        expect(invoice.grossMinor + credit.grossMinor).toBe(0)
        expect(invoice.taxMinor + credit.taxMinor).toBe(0)
        for (const [index, line] of invoice.lines.entries()) {
          expect(line.netMinor + (credit.lines[index]?.netMinor ?? Number.NaN)).toBe(0)
        }
        const again = computed({ lines: credit.lines, taxRounding })
        expect({ ...again, documentType: '381' }).toEqual(credit)
      }),
    )
  })
})

describe('numbers and due days', () => {
  it('prints the number of a series', () => {
    const series = { prefix: 'INV', year: 2026, digits: 6 }
    expect(documentNumber({ series, sequence: 123 })).toBe('INV-2026-000123')
    expect(documentNumber({ series, sequence: 1_234_567 })).toBe('INV-2026-1234567')
    expect(() => documentNumber({ series, sequence: 0 })).toThrow(RangeError)
  })

  it.each([
    ['380', { kind: 'end-of-month', days: 30 }, '2026-03-02'],
    ['380', { kind: 'net', days: 14 }, '2026-02-14'],
    ['381', { kind: 'net', days: 14 }, '2026-01-31'],
  ] as const)('a %s of 31 January on %j is due on %s', (documentType, terms, dueOn) => {
    expect(invoiceDueOn({ documentType, issuedOn: '2026-01-31', terms })).toBe(dueOn)
  })
})
