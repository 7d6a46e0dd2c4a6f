import { describe, expect, it } from 'vitest'

import { addMonths, isMonth, monthGrid } from './month-grid'

describe('a month', () => {
  it('is shown in whole weeks, whatever day they begin on', () => {
    const november = monthGrid({ month: '2026-11', startsOn: 1 })
    expect(november.map((week) => week[0]?.day)).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ])
    expect(november[0]?.map(({ isInMonth }) => isInMonth)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ])
    expect(monthGrid({ month: '2026-02', startsOn: 7 })).toHaveLength(4)
  })

  it('comes before and after another one', () => {
    expect(addMonths({ month: '2026-12', months: 1 })).toBe('2027-01')
    expect(addMonths({ month: '2026-01', months: -1 })).toBe('2025-12')
    expect(['2026-11', '2026-13', 'x'].map(isMonth)).toEqual([true, false, false])
  })
})
