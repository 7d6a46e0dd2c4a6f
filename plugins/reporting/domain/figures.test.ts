import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, daysBetween } from '#plugins/kernel/domain'
import { ageBucketOf, ageBuckets, amountsInWords, grossMarginOf, periodsOf, ledBy } from '.'

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays({ day: '2000-01-01', days }))

describe('ageBucketOf', () => {
  it.each([
    [0, '0–7'],
    [7, '0–7'],
    [8, '8–14'],
    [14, '8–14'],
    [15, '15–30'],
    [30, '15–30'],
    [31, '31–60'],
    [60, '31–60'],
    [61, '60+'],
    [400, '60+'],
  ])('puts an order of %d days into %s', (days, bucket) => {
    const receivedOn = '2026-01-31'
    expect(ageBucketOf({ receivedOn, today: addDays({ day: receivedOn, days }) })).toBe(bucket)
  })

  it('never grows younger', () => {
    fc.assert(
      fc.property(day, fc.nat(300), fc.nat(300), (receivedOn, first, more) => {
        const at = (days: number) =>
          ageBuckets.indexOf(ageBucketOf({ receivedOn, today: addDays({ day: receivedOn, days }) }))
        expect(at(first + more)).toBeGreaterThanOrEqual(at(first))
      }),
    )
  })
})

describe('periodsOf', () => {
  it('begins the week on Monday and the month on its first day', () => {
    expect(periodsOf('2026-11-22')).toMatchObject({
      weekStartsOn: '2026-11-16',
      monthStartsOn: '2026-11-01',
    })
  })

  it('holds today in its last week, and weeks follow each other without a gap', () => {
    fc.assert(
      fc.property(day, (today) => {
        const { weeks, weekStartsOn } = periodsOf(today)
        expect(weeks.at(-1)).toBe(weekStartsOn)
        const age = daysBetween({ from: weekStartsOn, to: today })
        expect(age).toBeGreaterThanOrEqual(0)
        expect(age).toBeLessThan(7)
        for (const [at, week] of weeks.slice(1).entries())
          expect(daysBetween({ from: weeks[at] ?? '', to: week })).toBe(7)
      }),
    )
  })
})

describe('grossMarginOf', () => {
  it.each([
    [
      { billMinor: 3_000, payMinor: 2_000 },
      { marginMinor: 1_000, marginBp: 3_333 },
    ],
    [
      { billMinor: 3_000, payMinor: 1_000 },
      { marginMinor: 2_000, marginBp: 6_667 },
    ],
    [
      { billMinor: 2_000, payMinor: 3_000 },
      { marginMinor: -1_000, marginBp: -5_000 },
    ],
    [
      { billMinor: 0, payMinor: 500 },
      { marginMinor: -500, marginBp: null },
    ],
    [
      { billMinor: -3_000, payMinor: -2_000 },
      { marginMinor: -1_000, marginBp: -3_333 },
    ],
  ])('of %j is %j', (lines, margin) => {
    expect(grossMarginOf(lines)).toEqual(margin)
  })
})

describe('amounts', () => {
  it('are kept apart by currency, in the order they come', () => {
    const amounts = [
      { amountMinor: 350, currency: 'USD' as const },
      { amountMinor: 900_000, currency: 'GBP' as const },
    ]
    expect(ledBy({ rows: amounts, base: 'GBP' }).map(({ currency }) => currency)).toEqual([
      'GBP',
      'USD',
    ])
    expect(ledBy({ rows: amounts, base: null })).toEqual(amounts)
    expect(amountsInWords({ amounts, locale: 'en-US' })).toEqual({
      main: '$3.50',
      others: '£9,000.00',
    })
  })

  it('without any record are a dash', () => {
    expect(amountsInWords({ amounts: [], locale: 'en-US' })).toEqual({ main: '–', others: null })
  })
})
