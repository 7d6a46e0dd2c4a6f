import { addDays, type Money, money } from '#plugins/kernel/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import feeRules from './fixtures/fee-rules.json'
import {
  feeDueAfter,
  type GuaranteeTerms,
  type LeavingFacts,
  rebateFor,
  splitFee,
} from './placement-fee'

const eur = (major: number): Money => money({ amountMinor: major * 100, currency: 'EUR' })
const invoicedOn = '2026-03-02'
const twoWeekBands: GuaranteeTerms = {
  kind: 'banded',
  bands: [
    { untilWeek: 2, refundBp: 9000 },
    { untilWeek: 4, refundBp: 8000 },
    { untilWeek: 6, refundBp: 6000 },
    { untilWeek: 8, refundBp: 4000 },
    { untilWeek: 10, refundBp: 2000 },
  ],
}
const rules = { payWithinDays: 14, notifyWithinDays: 7 }
const leftAfter = (daysWorked: number): LeavingFacts => ({
  daysWorked,
  invoicedOn,
  feePaidOn: addDays({ day: invoicedOn, days: 14 }),
  leftOn: '2026-06-01',
  notifiedOn: '2026-06-08',
  isRedundancy: false,
})

const runners: Record<string, (fixture: { input: unknown; expect: unknown }) => void> = {
  G1: (fixture) => {
    const input = z
      .object({
        fee: z.number(),
        daysGuaranteed: z.number(),
        daysProRated: z.number(),
        day: z.array(z.number()),
      })
      .parse(fixture.input)
    const expected = z.object({ feeDue: z.array(z.number()) }).parse(fixture.expect)
    const guarantee = {
      kind: 'linear',
      days: input.daysGuaranteed,
      proratedFromDay: input.daysProRated,
    } as const
    expect(
      input.day.map((daysWorked) => feeDueAfter({ fee: eur(input.fee), guarantee, daysWorked })),
    ).toEqual(expected.feeDue.map(eur))
  },

  G2: (fixture) => {
    const input = z.object({ fee: z.number(), week: z.array(z.number()) }).parse(fixture.input)
    const expected = z
      .object({ refund: z.array(z.number()), conditions: z.array(z.string()) })
      .parse(fixture.expect)
    const refundOn = (change: Partial<LeavingFacts>) =>
      rebateFor({
        fee: eur(input.fee),
        guarantee: twoWeekBands,
        rules,
        facts: { ...leftAfter(7), ...change },
      })
    expect(input.week.map((week) => refundOn({ daysWorked: week * 7 }))).toEqual(
      expected.refund.map((refund) => ({ refund: eur(refund), unmet: [] })),
    )
    expect(expected.conditions).toEqual([
      'fee paid within 14 days of invoice',
      'notice within 7 days',
      'not redundancy',
    ])
    const nothing = eur(0)
    expect(refundOn({ feePaidOn: addDays({ day: invoicedOn, days: 15 }) })).toEqual({
      refund: nothing,
      unmet: ['fee-paid-in-time'],
    })
    expect(refundOn({ feePaidOn: null, notifiedOn: '2026-06-09' })).toEqual({
      refund: nothing,
      unmet: ['fee-paid-in-time', 'notice-in-time'],
    })
    expect(refundOn({ isRedundancy: true })).toEqual({ refund: nothing, unmet: ['not-redundancy'] })
  },

  S1: (fixture) => {
    const { fee } = z.object({ fee: z.number() }).parse(fixture.input)
    const expected = z
      .object({ importer: z.number(), exporter: z.number(), network: z.number() })
      .parse(fixture.expect)
    expect(
      splitFee({
        fee: eur(fee),
        parties: [
          { name: 'importer', weight: 1, networkBp: 300 },
          { name: 'exporter', weight: 1, networkBp: 300 },
        ],
      }),
    ).toEqual({
      shares: [
        { name: 'importer', amount: eur(expected.importer) },
        { name: 'exporter', amount: eur(expected.exporter) },
      ],
      network: eur(expected.network),
    })
  },
}

describe('published fee cases', () => {
  it.each(feeRules.fixtures.map((fixture) => [fixture.id, fixture.desc, fixture] as const))(
    '%s: %s',
    (id, _description, fixture) => {
      const run = runners[id]
      if (!run) throw new Error(`No check is written for case ${id}`)
      run(fixture)
    },
  )
})

describe('fees', () => {
  it.each([
    [0, 100],
    [14, 100],
    [15, 200],
    [70, 800],
    [71, 1000],
  ])('finds the band of day %i by its week', (daysWorked, due) => {
    expect(feeDueAfter({ fee: eur(1000), guarantee: twoWeekBands, daysWorked })).toEqual(eur(due))
  })

  it('never owes less for a longer stay, nor more than the fee', () => {
    const guarantees = [{ kind: 'linear', days: 90, proratedFromDay: 30 }, twoWeekBands] as const
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.nat({ max: 120 }),
        fc.constantFrom(...guarantees),
        (amountMinor, daysWorked, guarantee) => {
          const fee = money({ amountMinor, currency: 'EUR' })
          const due = feeDueAfter({ fee, guarantee, daysWorked }).amountMinor
          const next = feeDueAfter({ fee, guarantee, daysWorked: daysWorked + 1 }).amountMinor
          expect(due).toBeLessThanOrEqual(next)
          expect(next).toBeLessThanOrEqual(amountMinor)
        },
      ),
    )
  })

  it('loses nothing when it splits', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.array(fc.record({ weight: fc.integer({ min: 1, max: 99 }), networkBp: fc.nat(500) }), {
          minLength: 1,
          maxLength: 5,
        }),
        (amountMinor, parties) => {
          const { shares, network } = splitFee({
            fee: money({ amountMinor, currency: 'EUR' }),
            parties: parties.map((party, index) => ({ ...party, name: String(index) })),
          })
          const shared = shares.reduce((sum, share) => sum + share.amount.amountMinor, 0)
          expect(shared + network.amountMinor).toBe(amountMinor)
        },
      ),
    )
  })
})
