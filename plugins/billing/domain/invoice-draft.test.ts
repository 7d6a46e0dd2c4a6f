import type { CurrencyCode } from '#plugins/kernel/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeInvoice } from './invoice'
import { invoiceDraftFrom, type StoredBillLine } from './invoice-draft'
import { lineNet } from './invoice-line'

const billLine = (change: Partial<StoredBillLine> = {}): StoredBillLine => {
  const line: StoredBillLine = {
    billLineId: 'line-1',
    placementId: 'A',
    timesheetId: 'week-1',
    earnCode: 'REG',
    minutes: 2400,
    rateE4: 425_000,
    ratio: { num: 1, den: 1 },
    amountMinor: 0,
    currency: 'EUR',
    taxRateBp: 1_900,
    purchaseOrder: null,
    ...change,
  }
  const { minutes, rateE4, ratio, currency } = line
  const quantity = { unit: 'hour' as const, minutes, rateE4, ratio }
  return { ...line, amountMinor: change.amountMinor ?? lineNet({ quantity, currency }).amountMinor }
}
const draftOf = ({
  billLines,
  groupBy = 'placement',
}: {
  billLines: readonly StoredBillLine[]
  groupBy?: 'placement' | 'timesheet'
}) =>
  invoiceDraftFrom({
    billLines,
    groupBy,
    taxOf: () => ({ category: 'S', rateBp: 1900 }),
    describe: ({ placementId, timesheetId, earnCode }) =>
      `${placementId} ${timesheetId ?? 'several weeks'} ${earnCode}`,
  })
const drafted = (input: Parameters<typeof draftOf>[0]) => {
  const result = draftOf(input)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

describe('a draft from approved hours', () => {
  const overtime = { earnCode: 'OT', minutes: 300, ratio: { num: 3, den: 2 } } as const
  const twoWeeks = [
    billLine({ billLineId: '1' }),
    billLine({ billLineId: '2', ...overtime }),
    billLine({ billLineId: '3', timesheetId: 'week-2', minutes: 2235 }),
    billLine({ billLineId: '4', placementId: 'B', timesheetId: 'week-b' }),
  ]

  it('puts a placement, code and rate on one line', () => {
    const { lines } = drafted({ billLines: twoWeeks })
    expect(lines.map(({ description, billLineIds }) => ({ description, billLineIds }))).toEqual([
      { description: 'A several weeks REG', billLineIds: ['1', '3'] },
      { description: 'A week-1 OT', billLineIds: ['2'] },
      { description: 'B week-b REG', billLineIds: ['4'] },
    ])
    expect(lines[0]?.quantity).toMatchObject({ unit: 'hour', minutes: 4635 })
  })

  it('keeps tax rates and purchase orders apart', () => {
    const { lines } = drafted({
      billLines: [
        billLine({ billLineId: '1', taxRateBp: 1_600 }),
        billLine({ billLineId: '2' }),
        billLine({ billLineId: '3', purchaseOrder: 'PO-1' }),
        billLine({ billLineId: '4', purchaseOrder: 'PO-1' }),
      ],
    })
    expect(lines.map(({ billLineIds, group }) => [billLineIds, group.taxRateBp])).toEqual([
      [['1'], 1_600],
      [['2'], 1_900],
      [['3', '4'], 1_900],
    ])
  })

  it('keeps timesheets apart when asked', () => {
    const { lines } = drafted({ billLines: twoWeeks, groupBy: 'timesheet' })
    expect(lines.map((line) => line.description)).toEqual([
      'A week-1 REG',
      'A week-1 OT',
      'A week-2 REG',
      'B week-b REG',
    ])
  })

  it('nets reversals and leaves out what nets to nothing', () => {
    const { lines, settledBillLineIds } = drafted({
      billLines: [
        billLine({ billLineId: '1' }),
        billLine({ billLineId: '2', minutes: -2400 }),
        billLine({ billLineId: '3', ...overtime }),
        billLine({ billLineId: '4', ...overtime, minutes: -60 }),
      ],
    })
    expect(lines.map((line) => line.quantity)).toEqual([
      { unit: 'hour', minutes: 240, rateE4: 425_000, ratio: { num: 3, den: 2 } },
    ])
    expect(settledBillLineIds).toEqual(['1', '2'])
  })

  it('bills a bonus as one piece, also a reversed one', () => {
    const bonus = { earnCode: 'BONUS', minutes: 0, rateE4: 0 } as const
    for (const amountMinor of [12_345, -12_345]) {
      const { lines } = drafted({ billLines: [billLine({ ...bonus, amountMinor })] })
      const [line] = lines
      expect(line && lineNet({ quantity: line.quantity, currency: 'EUR' }).amountMinor).toBe(
        amountMinor,
      )
    }
  })

  it('shows what rounding a whole line differs from its parts', () => {
    const third = { minutes: 20, rateE4: 100_000 }
    const { lines } = drafted({
      billLines: [1, 2, 3].map((id) => billLine({ billLineId: String(id), ...third })),
    })
    expect(lines[0]?.roundingMinor).toBe(1)
  })

  it.each<[string, StoredBillLine[]]>([
    ['nothing-to-bill', []],
    ['mixed-currencies', [billLine(), billLine({ currency: 'USD' })]],
  ])('refuses %s', (code, billLines) => {
    expect(draftOf({ billLines })).toMatchObject({ ok: false, failure: { code } })
  })

  it('bills every line once and accounts for each cent', () => {
    const anyBillLine = fc.record({
      placementId: fc.constantFrom('A', 'B'),
      timesheetId: fc.constantFrom('1', '2', '3'),
      earnCode: fc.constantFrom('REG' as const, 'OT' as const),
      minutes: fc.integer({ min: -600, max: 3000 }),
      rateE4: fc.constantFrom(425_000, 333_333, 1),
      currency: fc.constant<CurrencyCode>('EUR'),
    })
    fc.assert(
      fc.property(fc.array(anyBillLine, { minLength: 1, maxLength: 20 }), (records) => {
        const billLines = records.map((record, index) =>
          billLine({ ...record, billLineId: String(index) }),
        )
        const { lines, settledBillLineIds } = drafted({ billLines })
        const ids = [...lines.flatMap((line) => line.billLineIds), ...settledBillLineIds]
        expect(ids.sort()).toEqual(billLines.map((line) => line.billLineId).sort())
        if (lines.length === 0) return
        const invoice = computeInvoice({ lines, currency: 'EUR' })
        const rounding = lines.reduce((sum, line) => sum + line.roundingMinor, 0)
        const billed = billLines
          .filter((line) => !settledBillLineIds.includes(line.billLineId))
          .reduce((sum, line) => sum + line.amountMinor, 0)
        expect(invoice.ok && invoice.value.netMinor).toBe(billed + rounding)
      }),
    )
  })
})
