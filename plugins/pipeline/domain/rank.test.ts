import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rankBetween } from './rank'

describe('rankBetween', () => {
  it('keeps any order of insertions, byte by byte', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), (places) => {
        const column: string[] = []
        for (const place of places) {
          const index = place % (column.length + 1)
          const rank = rankBetween({
            after: column[index - 1] ?? null,
            before: column[index] ?? null,
          })
          column.splice(index, 0, rank)
        }
        const sorted = [...column].sort((one, other) =>
          Buffer.compare(Buffer.from(one), Buffer.from(other)),
        )
        expect(column).toEqual(sorted)
        expect(new Set(column).size).toBe(column.length)
      }),
    )
  })

  it('stays short when cards are only appended', () => {
    let last: string | null = null
    for (let step = 0; step < 5_000; step += 1) last = rankBetween({ after: last, before: null })
    expect(last).toHaveLength(6)
  })

  it('stays short when cards are only put first', () => {
    let first: string | null = null
    for (let step = 0; step < 5_000; step += 1) first = rankBetween({ after: null, before: first })
    expect(first).toHaveLength(6)
  })

  it('finds room a hundred times at the same place', () => {
    const low = rankBetween({ after: null, before: null })
    let high = rankBetween({ after: low, before: null })
    for (let step = 0; step < 100; step += 1) {
      const between = rankBetween({ after: low, before: high })
      expect(between > low && between < high).toBe(true)
      high = between
    }
  })

  it.each([
    ['V00000', 'V00000'],
    ['b', 'a'],
  ])('refuses %s before %s', (after, before) => {
    expect(() => rankBetween({ after, before })).toThrow(RangeError)
  })
})
