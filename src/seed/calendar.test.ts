import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { daysBetween, weekdayOf } from '#plugins/kernel/domain'
import { calendarFrom } from './calendar'

describe('the calendar of the story', () => {
  it.each([
    ['2026-11-22T12:00:00.000Z', '2026-11-01'],
    ['2026-11-10T12:00:00.000Z', '2026-03-08'],
    ['2026-03-30T12:00:00.000Z', '2026-03-08'],
    ['2026-03-10T12:00:00.000Z', '2025-11-02'],
  ])('told at %s, it knows the clocks were changed on %s', (now, changed) => {
    expect(calendarFrom(now).clockChange).toBe(changed)
  })

  it('reckons weeks from Monday, days from New York, and never tells of the future', () => {
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, fc.integer({ min: -8, max: 8 }), (date, weeks) => {
        const now = date.toISOString()
        const { monday, moment, today, day } = calendarFrom(now)
        expect(weekdayOf(monday(weeks))).toBe(1)
        expect(daysBetween({ from: monday(0), to: today })).toBeLessThan(7)
        expect(day(0)).toBe(today)
        expect(moment(0, '23:59') <= now).toBe(true)
        expect(moment(1, '09:00') < now).toBe(true)
      }),
      // Each finds a clock change day by day.
      { numRuns: 25 },
    )
  })
})
