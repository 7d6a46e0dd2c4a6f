import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { scoreMatch, type MatchFacts, type MatchWish } from './match-score'

const wish: MatchWish = {
  mustHaves: ['ICU', 'BLS'],
  niceToHaves: ['Spanish'],
  startsOn: '2026-12-01',
  payRateE4: 400_000,
  currency: 'USD',
  hasPlace: true,
}

const perfect: MatchFacts = {
  has: ['ICU', 'BLS', 'Spanish'],
  years: { ICU: 8, BLS: 5 },
  availableOn: '2026-11-01',
  isFreeAtStart: null,
  payRateE4: 380_000,
  currency: 'USD',
  km: 4,
}

const nobody: MatchFacts = {
  has: [],
  years: {},
  availableOn: null,
  isFreeAtStart: null,
  payRateE4: null,
  currency: null,
  km: null,
}

const scoreOf = (facts: Partial<MatchFacts>, of: Partial<MatchWish> = {}) =>
  scoreMatch({ wish: { ...wish, ...of }, facts: { ...perfect, ...facts } })

describe('how well a candidate fits an order', () => {
  it('is 100 where everything fits and 0 where nothing is known', () => {
    expect(scoreOf({}).score).toBe(100)
    expect(scoreMatch({ wish, facts: nobody }).score).toBe(0)
  })

  it.each([
    ['must', { has: ['ICU', 'Spanish'] }, 25, 'has ICU (8 years); not seen: BLS'],
    ['must', { years: {} }, 40, 'has ICU, BLS'],
    ['nice', { has: ['ICU', 'BLS'] }, 0, 'none of them seen'],
    ['availability', { availableOn: '2026-12-31' }, 8, 'available 30 days after the start'],
    ['availability', { availableOn: null }, 0, 'nobody has asked'],
    ['availability', { availableOn: null, isFreeAtStart: true }, 15, 'free on the days'],
    ['distance', { km: 55 }, 6, '55 km away'],
    ['distance', { km: 500 }, 0, '500 km away'],
    ['pay', { payRateE4: 450_000 }, 4, 'wants 13 % more'],
    ['pay', { currency: 'EUR' }, 0, 'another currency'],
  ] as const)('tells %s by its points and in words', (key, facts, points, why) => {
    const part = scoreOf(facts).parts.find((one) => one.key === key)
    expect(part?.points).toBe(points)
    expect(part?.why).toContain(why)
  })

  it('leaves out what the order says nothing of', () => {
    const bare = { mustHaves: [], niceToHaves: [], payRateE4: null, hasPlace: false }
    const { parts, score } = scoreOf({}, bare)
    expect(parts.map(({ key, most }) => [key, most])).toEqual([['availability', 100]])
    expect(score).toBe(100)
  })

  it('stays between 0 and 100 and never falls when somebody has more of what is wished', () => {
    const words = fc.subarray(['ICU', 'BLS', 'Spanish'])
    const facts = fc.record({
      has: words,
      years: fc.dictionary(fc.constantFrom('ICU', 'BLS'), fc.nat(60)),
      availableOn: fc.option(fc.constantFrom('2026-01-01', '2026-12-15', '2029-01-01')),
      isFreeAtStart: fc.option(fc.boolean()),
      payRateE4: fc.option(fc.nat(10_000_000)),
      currency: fc.constantFrom('USD', 'EUR', null),
      km: fc.option(fc.double({ min: 0, max: 20_000, noNaN: true })),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom('ICU', 'BLS', 'Spanish'), (one, more) => {
        const before = scoreMatch({ wish, facts: one }).score
        const after = scoreMatch({ wish, facts: { ...one, has: [...one.has, more] } }).score
        expect(before).toBeGreaterThanOrEqual(0)
        expect(after).toBeLessThanOrEqual(100)
        expect(after).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 300 },
    )
  })
})
