import { describe, expect, it } from 'vitest'

import { calendarOf } from './office-hours'
import { workingMsBetween } from './working-time'

describe('the hours of an office', () => {
  const calendar = calendarOf({
    zone: 'Europe/London',
    hours: [
      { weekday: 1, opensAt: '13:00', closesAt: '17:30' },
      { weekday: 1, opensAt: '09:00', closesAt: '12:30' },
      { weekday: 2, opensAt: '18:00', closesAt: '23:59' },
      { weekday: 3, opensAt: '00:00', closesAt: '06:00' },
    ],
    daysOff: ['2026-11-30'],
  })

  it('are counted in the order of the day, up to midnight, and not on days off', () => {
    expect(calendar.hours[1]).toEqual([
      { fromMinute: 540, toMinute: 750 },
      { fromMinute: 780, toMinute: 1_050 },
    ])
    expect(calendar.hours[2]).toEqual([{ fromMinute: 1_080, toMinute: 1_440 }])
    const week = (from: string, to: string) =>
      workingMsBetween({
        from: `${from}T00:00:00.000Z`,
        to: `${to}T00:00:00.000Z`,
        calendar,
      }) / 3_600_000
    expect(week('2026-11-23', '2026-11-30')).toBe(20)
    expect(week('2026-11-30', '2026-12-07')).toBe(12)
  })
})
