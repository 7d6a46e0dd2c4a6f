import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { effortCost, expectedValue, fillChance, priorityOf } from './expected-value'
import { mostOverrides } from './override-limit'
import { valueOfOpening, wholeValueOfOpening, type PricedOrder } from './order-value'
import { medianOf, weekdayHoursBetween } from './weekday-hours'

const none = { reached: 0, of: 0 }

describe('the chance of filling an order', () => {
  it('is two of five while there is no history', () => {
    expect(fillChance({ desk: none, narrower: [none, none, none] })).toBeCloseTo(0.4)
  })

  it('is drawn from the narrower history to the wider', () => {
    // Desk: (38 + 2) of (95 + 5); two filled of two are worth (2 + 5 × 0.4) of 7.
    expect(
      fillChance({ desk: { reached: 38, of: 95 }, narrower: [{ reached: 2, of: 2 }] }),
    ).toBeCloseTo(4 / 7)
  })

  it('lies between nothing and everything, and follows the narrower history', () => {
    const share = fc
      .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
      .map(([reached, more]) => ({ reached, of: reached + more }))
    fc.assert(
      fc.property(share, share, (desk, own) => {
        const chance = fillChance({ desk, narrower: [own] })
        expect(chance).toBeGreaterThan(0)
        expect(chance).toBeLessThan(1)
        const more = { reached: own.reached + 1, of: own.of + 1 }
        expect(fillChance({ desk, narrower: [more] })).toBeGreaterThan(chance)
      }),
    )
  })
})

it('the priority rises with the expected value and tells no more of it than a step', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat({ max: 1e9 }), (worth, more) => {
      expect(priorityOf(worth + more)).toBeGreaterThanOrEqual(priorityOf(worth))
    }),
  )
  expect([-5_000, 0, 390_000, 400_000, 800_000].map(priorityOf)).toEqual([0, 0, 56, 56, 59])
})

describe('what an order is worth', () => {
  it.each<[string, PricedOrder, number | null, number | null]>([
    ['a flat fee', { employmentType: 'permanent', feeFlatMinor: 900_000 }, 900_000, 900_000],
    [
      'a share of the middle of the salary',
      {
        employmentType: 'permanent',
        feeBp: 2_000,
        salaryFromMinor: 5_000_000,
        salaryToMinor: 6_000_000,
      },
      1_100_000,
      1_100_000,
    ],
    ['a share of no salary', { employmentType: 'permanent', feeBp: 2_000 }, null, null],
    [
      'an hour of 20 and 30 with a fifth on top, 40 hours, a quarter of a year',
      { employmentType: 'temp', payRateE4: 200_000, billRateE4: 300_000, burdenBp: 2_000 },
      24_000,
      312_000,
    ],
    [
      'the same for two weeks',
      {
        employmentType: 'temp',
        payRateE4: 200_000,
        billRateE4: 300_000,
        burdenBp: 2_000,
        startsOn: '2026-11-23',
        endsOn: '2026-12-06',
      },
      24_000,
      48_000,
    ],
    ['no bill rate', { employmentType: 'contract', payRateE4: 200_000 }, null, null],
  ])('%s', (_, order, value, whole) => {
    expect(valueOfOpening({ order, minorDigits: 2 })).toBe(value)
    expect(wholeValueOfOpening({ order, minorDigits: 2 })).toBe(whole)
  })

  it('is chance times value less the planned work', () => {
    const costMinor = effortCost({ grade: 'B', plannedEffortMinutes: null, hourCostMinor: 5_000 })
    expect(costMinor).toBe(10_000)
    expect(expectedValue({ chance: 0.4, valueMinor: 1_000_000, costMinor })).toBe(390_000)
    expect(expectedValue({ chance: 0.4, valueMinor: null, costMinor })).toBe(-10_000)
  })
})

it.each([
  [0, 1],
  [9, 1],
  [10, 1],
  [19, 1],
  [20, 2],
  [105, 10],
])('of %i open orders managers decide %i', (open, most) => {
  expect(mostOverrides(open)).toBe(most)
})

it('hours of feedback leave out the weekend', () => {
  // Friday 16:00 to Monday 10:00 in London.
  expect(
    weekdayHoursBetween({
      from: '2026-11-20T16:00:00.000Z',
      to: '2026-11-23T10:00:00.000Z',
      zone: 'Europe/London',
    }),
  ).toBe(18)
})

it.each<[readonly number[], number | null]>([
  [[], null],
  [[3], 3],
  [[9, 1, 4], 4],
  [[1, 2, 10, 4], 3],
])('the middle of %j is %s', (values, median) => {
  expect(medianOf(values)).toBe(median)
})
