import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  earnCodesFor,
  marginsByEarnCode,
  reasonsToApprove,
  usualOfferRules,
  type OfferPrice,
  type OfferRules,
} from './offer-approval'
import { offerDifferences } from './offer-terms'

const hourly: OfferPrice = {
  employmentType: 'temp',
  payRateE4: 200_000,
  salaryMinor: null,
  orderPayRateE4: 200_000,
  orderSalaryToMinor: null,
  billRateE4: 300_000,
  burdenBp: 1_000,
  billOvertimeMultiplierBp: 15_000,
  earnCodes: ['REG', 'OT', 'DT'],
  feeBp: null,
  feeFlatMinor: null,
}

const permanent: OfferPrice = {
  ...hourly,
  employmentType: 'permanent',
  payRateE4: null,
  salaryMinor: 100_000_00,
  orderSalaryToMinor: 100_000_00,
  feeBp: 2_000,
}

const strict: OfferRules = { minMarginBp: 2_500, minFeeBp: 2_000, isOverPayAsked: true }

describe('the margin per kind of hour', () => {
  it.each([
    // 20 × 1.1 = 22 of 30: 26.67 % in every hour when the bill follows the pay.
    [{}, [2_667, 2_667, 2_667]],
    // The client pays overtime at the usual rate: 33 of 30 and 44 of 40 are lost.
    [{ billOvertimeMultiplierBp: 10_000 }, [2_667, -1_000, -1_000]],
    // Where no law asks for overtime an hour is an hour.
    [{ billOvertimeMultiplierBp: 10_000, earnCodes: ['REG' as const] }, [2_667]],
    [{ payRateE4: null }, []],
  ])('%j', (change, expected) => {
    expect(marginsByEarnCode({ ...hourly, ...change }).map(({ marginBp }) => marginBp)).toEqual(
      expected,
    )
  })
})

describe('the kinds of hours that are paid', () => {
  it.each([
    ['US-CA', 'none', ['REG', 'OT', 'DT']],
    ['US-NY', 'none', ['REG', 'OT']],
    ['GB', 'us-federal', ['REG']],
    [null, 'us-california', ['REG', 'OT', 'DT']],
    [null, 'none', ['REG']],
  ])('in %s with %s', (jurisdiction, usualRuleSet, expected) => {
    expect(earnCodesFor({ jurisdiction, usualRuleSet })).toEqual(expected)
  })
})

describe('an offer waits for approval', () => {
  it.each<[string, OfferRules, Partial<OfferPrice>, string[]]>([
    ['not while it keeps to the rules', strict, {}, []],
    [
      'not for pay above the order while nobody asked for it',
      usualOfferRules,
      { payRateE4: 210_000 },
      [],
    ],
    ['for pay above the order', strict, { payRateE4: 200_001 }, ['pay']],
    [
      'for too little margin in every hour',
      strict,
      { billRateE4: 290_000 },
      ['margin', 'margin', 'margin'],
    ],
    [
      'for overtime that loses money, always',
      usualOfferRules,
      { billOvertimeMultiplierBp: 10_000 },
      ['margin', 'margin'],
    ],
    [
      'for pay above the bill, always',
      usualOfferRules,
      { payRateE4: 310_000 },
      ['margin', 'margin', 'margin'],
    ],
    ['not while the client’s price is unknown', strict, { billRateE4: null }, []],
  ])('%s', (_, rules, change, codes) => {
    expect(
      reasonsToApprove({ rules, price: { ...hourly, ...change } }).map(({ code }) => code),
    ).toEqual(codes)
  })

  it.each<[string, Partial<OfferPrice>, string[]]>([
    ['not at the fee and salary that are wanted', {}, []],
    ['for a salary above the range', { salaryMinor: 100_000_01 }, ['pay']],
    ['for a fee below the least', { feeBp: 1_999 }, ['fee']],
    ['for a flat fee below the least share', { feeFlatMinor: 19_000_00 }, ['fee']],
    ['not for a flat fee that is enough', { feeFlatMinor: 20_000_00, feeBp: null }, []],
    ['for no fee at all', { feeBp: null }, ['fee']],
  ])('of a permanent job: %s', (_, change, codes) => {
    expect(
      reasonsToApprove({ rules: strict, price: { ...permanent, ...change } }).map(
        ({ code }) => code,
      ),
    ).toEqual(codes)
  })

  it('never less for more pay', () => {
    const rate = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(rate, rate, rate, (one, other, billRateE4) => {
        const count = (payRateE4: number) =>
          reasonsToApprove({ rules: strict, price: { ...hourly, billRateE4, payRateE4 } }).length
        expect(count(Math.max(one, other))).toBeGreaterThanOrEqual(count(Math.min(one, other)))
      }),
    )
  })
})

describe('two versions of an offer', () => {
  const terms = {
    startsOn: '2026-03-02',
    endsOn: null,
    payRateE4: 200_000,
    salaryMinor: null,
    hoursPerWeekMinutes: 2_400,
  }
  it('differ in what was changed and nothing else', () => {
    expect(offerDifferences({ before: terms, after: terms })).toEqual([])
    expect(
      offerDifferences({
        before: terms,
        after: { ...terms, payRateE4: 210_000, endsOn: '2026-06-30' },
      }),
    ).toEqual([
      { name: 'endsOn', from: null, to: '2026-06-30' },
      { name: 'payRateE4', from: 200_000, to: 210_000 },
    ])
  })
})
