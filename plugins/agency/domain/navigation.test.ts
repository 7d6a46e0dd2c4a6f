import { describe, expect, it } from 'vitest'

import { navigationGroups, navigationRank } from './navigation'

describe('navigationRank', () => {
  it('puts the groups in the order of the day', () => {
    expect([...navigationGroups].sort((a, b) => navigationRank(a) - navigationRank(b))).toEqual([
      ...navigationGroups,
    ])
    expect(navigationRank('Recruiting')).toBeLessThan(navigationRank('Money'))
  })

  it.each([[undefined], [false], ['Something new']])('puts %s last', (group) => {
    expect(navigationRank(group)).toBe(navigationGroups.length)
  })
})
