import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addMinutes } from '#plugins/kernel/domain'
import { digestDayDue } from './digest'

describe('the daily digest', () => {
  it.each([
    ['before the hour', '2026-11-23T11:59:00.000Z', 'America/New_York', 7, null],
    ['at the hour', '2026-11-23T12:00:00.000Z', 'America/New_York', 7, '2026-11-23'],
    [
      'hours later, after an outage',
      '2026-11-24T04:30:00.000Z',
      'America/New_York',
      7,
      '2026-11-23',
    ],
    ['past midnight it is the next day’s', '2026-11-24T05:30:00.000Z', 'America/New_York', 7, null],
    ['east of Greenwich', '2026-11-22T22:30:00.000Z', 'Asia/Tokyo', 7, '2026-11-23'],
    [
      'an hour that the clocks skip',
      '2026-03-08T07:00:00.000Z',
      'America/New_York',
      2,
      '2026-03-08',
    ],
    [
      'an hour that comes twice, first',
      '2026-11-01T05:10:00.000Z',
      'America/New_York',
      1,
      '2026-11-01',
    ],
    [
      'an hour that comes twice, again',
      '2026-11-01T06:10:00.000Z',
      'America/New_York',
      1,
      '2026-11-01',
    ],
    ['midnight', '2026-11-23T05:00:00.000Z', 'America/New_York', 0, '2026-11-23'],
  ])('is due %s', (_, now, zone, hour, day) => {
    expect(digestDayDue({ now, zone, hour })).toBe(day)
  })

  it('comes once for every day of a year, wherever the reader lives and whatever the hour', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'),
        fc.integer({ min: 0, max: 23 }),
        (zone, hour) => {
          const days: string[] = []
          let now = '2026-03-01T00:00:00.000Z'
          for (let step = 0; step < 45 * 96; step += 1) {
            const day = digestDayDue({ now, zone, hour })
            if (day && days.at(-1) !== day) days.push(day)
            now = addMinutes({ instant: now, minutes: 15 })
          }
          expect(new Set(days).size).toBe(days.length)
          expect(days.length).toBeGreaterThanOrEqual(44)
        },
      ),
      { numRuns: 8 },
    )
  })
})
