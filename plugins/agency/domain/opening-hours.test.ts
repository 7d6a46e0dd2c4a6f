import { describe, expect, it } from 'vitest'

import { judgeHours, openSpansOf, usualHours } from './opening-hours'

describe('opening hours', () => {
  it('are usual when nobody says otherwise, and judge as right', () => {
    expect(usualHours).toHaveLength(5)
    expect(judgeHours(usualHours)).toBeNull()
  })

  it('may have a break, but no overlap and no end before the beginning', () => {
    const monday = (opensAt: string, closesAt: string) => ({
      weekday: 1 as const,
      opensAt,
      closesAt,
    })
    expect(judgeHours([monday('13:00', '17:00'), monday('08:00', '13:00')])).toBeNull()
    expect(judgeHours([monday('08:00', '13:00'), monday('12:30', '17:00')])).toContain('overlap')
    expect(judgeHours([monday('17:00', '08:00')])).toContain('Monday: 08:00 is not after 17:00')
  })

  it('are read from rows', () => {
    expect(
      openSpansOf([
        { weekday: '1', opensAt: '09:00', closesAt: '12:00' },
        { weekday: '9', opensAt: '09:00', closesAt: '12:00' },
        { weekday: '2', opensAt: 'nine', closesAt: '12:00' },
      ]),
    ).toEqual([{ weekday: 1, opensAt: '09:00', closesAt: '12:00' }])
    expect(openSpansOf(null)).toEqual([])
  })
})
