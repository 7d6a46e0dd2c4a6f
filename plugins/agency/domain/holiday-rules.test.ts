import { describe, expect, it } from 'vitest'
import fc from 'fast-check'

import { weekdayOf } from '#plugins/kernel/domain'
import { easterSunday, holidaySets, holidaysOf } from './holiday-rules'

const daysOff = (set: string, year: number): string[] =>
  holidaysOf({ set, year })
    .map(({ observedOn }) => observedOn)
    .filter((day) => day.startsWith(`${year}-`))
    .sort()

describe('holidays by rule', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('know Easter of %i', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  it.each([
    // opm.gov, federal holidays
    ['us-federal', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    ['us-federal', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    // gov.uk/bank-holidays
    ['gb-england-wales', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['gb-england-wales', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['gb-england-wales', 2033, '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27'],
    ['gb-scotland', 2026, '01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28'],
    ['gb-scotland', 2028, '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26'],
    ['gb-northern-ireland', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
    ['de', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26'],
    ['de-sn', 2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26'],
    ['de-by', 2026, '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26'],
  ])('give the days off of %s in %i', (set, year, expected) => {
    expect(daysOff(set, year)).toEqual(expected.split(' ').map((day) => `${year}-${day}`))
  })

  it('name the day itself beside the day off', () => {
    expect(
      holidaysOf({ set: 'us-federal', year: 2026 }).find(({ name }) => name === 'Independence Day'),
    ).toEqual({ name: 'Independence Day', dayOn: '2026-07-04', observedOn: '2026-07-03' })
  })

  it('know no holiday of a law that nobody wrote down', () => {
    expect(holidaysOf({ set: 'atlantis', year: 2026 })).toEqual([])
  })

  it('never close twice on one day nor move a day off onto a weekend', () => {
    const ids = holidaySets.map(({ id }) => id)
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.integer({ min: 2023, max: 2200 }), (set, year) => {
        const days = holidaysOf({ set, year })
        const off = days.map(({ observedOn }) => observedOn)
        // May Day and Ascension may be one day in Germany: the law then gives one day off.
        if (!set.startsWith('de')) expect(new Set(off).size).toBe(off.length)
        for (const { dayOn, observedOn } of days)
          if (dayOn !== observedOn) expect(weekdayOf(observedOn)).toBeLessThan(6)
      }),
    )
  })
})
